"""Where a request comes from, and who may sign up here."""

from flask import current_app, request

from webapp.domain.account.limits import Visit
from webapp.rules.account.people import SignUp
from webapp.web.shared.clock import now
from webapp.web.shared.login import secret, session_token


def visit() -> Visit:
    """What limits and links need to know of this request."""
    return Visit(request.remote_addr or "", now(), secret(), session_token())


def door() -> SignUp:
    """Who may sign up, as the operator set it."""
    return SignUp(current_app.config["SIGN_UP"])
