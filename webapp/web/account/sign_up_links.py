"""The links from the operator with which one person can sign up."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from webapp.domain.account.people import sign_up_refusal
from webapp.web.account.people import sign_up_form
from webapp.web.shared.events import log_event
from webapp.web.shared.visits import sign_up_mode, visit

pages = Blueprint("sign_up_links", __name__)


@pages.get("/sign-up-links/<link>")
def show(link: str) -> ResponseReturnValue:
    """Show the sign-up form to a person who has the link; opening it does not use it up."""
    if current_user.is_authenticated:
        return redirect(url_for("today.index"), 303)
    refused = sign_up_refusal(sign_up_mode(), link, visit())
    if refused:
        log_event("link refused")
    return sign_up_form(link, {}), 404 if refused else 200
