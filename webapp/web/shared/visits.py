"""Where a request comes from, how this server is reached, and who may sign up on it."""

from flask import current_app, request

from webapp.domain.account.mail_service import mail_service
from webapp.domain.account.rate_limits import Visit
from webapp.rules.account.people import SignUpMode
from webapp.web.shared.clock import now
from webapp.web.shared.login import keys, known_device, session_token


def visit() -> Visit:
    """Return what rate limits and one-time links need to know of this request."""
    return Visit(request.remote_addr or "", now(), keys(), session_token(), known_device())


def sign_up_mode() -> SignUpMode:
    """Return who may sign up, as the operator set it."""
    return SignUpMode(current_app.config["SIGN_UP"])


def sends_mail() -> bool:
    """Return whether this server sends mail; else pages say what its operator can do instead."""
    return mail_service() is not None


def public_address(path: str) -> str:
    """Return the address of a path, as others reach it; the path itself where nobody said it.

    Never by the Host of the request, which its sender chose: a page that gets a path makes it
    an address by its own origin, as the browser has it.
    """
    base: str = current_app.config["PUBLIC_URL"]
    return f"{base}{path}"
