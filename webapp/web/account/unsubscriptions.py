"""Getting no more of some mails, by the link in each of them (RFC 8058)."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from webapp.domain.mail.unsubscribing import unsubscribe, wanted_in
from webapp.rules.account.mails import Wanted
from webapp.rules.shared.problems import NotFound
from webapp.web.shared.clock import now
from webapp.web.shared.events import log_event
from webapp.web.shared.login import keys

pages = Blueprint("unsubscriptions", __name__, url_prefix="/unsubscriptions")


@pages.get("/<subscription>")
def new(subscription: str) -> ResponseReturnValue:
    """Show what the link stops, and a button; opening it, as scanners do, stops nothing."""
    try:
        return _page(subscription, wanted_in(subscription, keys(), now()), done=False)
    except NotFound:
        log_event("link refused")
        return _page(subscription, None, done=False), 404


@pages.post("/<subscription>")
def create(subscription: str) -> ResponseReturnValue:
    """Stop them. A mail program posts this for a person, without cookie and origin (csrf.py)."""
    try:
        return _page("", unsubscribe(subscription, keys(), now()), done=True)
    except NotFound:
        log_event("link refused")
        return _page(subscription, None, done=False), 404


def _page(subscription: str, wanted: Wanted | None, *, done: bool) -> str:
    return render_template(
        "unsubscriptions/new.html", subscription=subscription, wanted=wanted, done=done
    )
