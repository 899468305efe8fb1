"""Confirming one's e-mail address: asking for the mail, and the link in it."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.account.confirmations import (
    address_to_confirm,
    ask_to_confirm,
    confirm_address,
    put_off,
)
from webapp.rules.shared.problems import NotFound
from webapp.rules.shared.rate_limits import TooMany
from webapp.web.account import mails
from webapp.web.shared.clock import now
from webapp.web.shared.errors import too_often
from webapp.web.shared.events import log_event
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.i18n.language import language
from webapp.web.shared.login import current_person
from webapp.web.shared.visits import visit

pages = Blueprint("confirmations", __name__, url_prefix="/confirmations")


@pages.post("/")
@stored_once
def create() -> ResponseReturnValue:
    """Send a link to one's address."""
    try:
        ask_to_confirm(current_person(), language(), visit())
    except TooMany as limit:
        says, headers = too_often(limit)
        return mails.page(says), 429, headers
    return redirect(mails.address(), 303)


@pages.delete("/")
def destroy() -> ResponseReturnValue:
    """Do not ask again."""
    put_off(current_person(), now())
    return redirect(url_for("settings.index"), 303)


@pages.get("/<confirmation>")
def edit(confirmation: str) -> ResponseReturnValue:
    """Show which address it is and a button; opening it, as scanners do, confirms nothing."""
    try:
        return _page(confirmation, address_to_confirm(confirmation, visit()))
    except NotFound:
        log_event("link refused")
        return _page(confirmation, ""), 404


@pages.patch("/<confirmation>")
def update(confirmation: str) -> ResponseReturnValue:
    """Let mails go to the address; nobody is signed in by it."""
    email = confirm_address(confirmation, visit())
    log_event("e-mail confirmed", email)
    return render_template("confirmations/edit.html", confirmation="", email=email, done=True)


def _page(confirmation: str, email: str) -> str:
    return render_template(
        "confirmations/edit.html", confirmation=confirmation, email=email, done=False
    )
