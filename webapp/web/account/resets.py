"""Choosing a new password with a link from the operator."""

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.account.passwords import is_reset_valid, reset_password
from webapp.rules.shared.problems import Invalid
from webapp.web.shared.errors import by_field
from webapp.web.shared.events import log_event
from webapp.web.shared.login import sign_in
from webapp.web.shared.visits import visit

pages = Blueprint("resets", __name__, url_prefix="/resets")


@pages.get("/<reset>")
def edit(reset: str) -> ResponseReturnValue:
    """Show the form to a person who has the link; opening it does not use it up."""
    valid = is_reset_valid(reset, visit())
    if not valid:
        log_event("link refused")
    return _form(reset, {}, valid=valid), 200 if valid else 404


@pages.patch("/<reset>")
def update(reset: str) -> ResponseReturnValue:
    """Store the password and sign this device in; all others are signed out."""
    try:
        chosen = reset_password(reset, request.form.get("new_password"), visit())
    except Invalid as invalid:
        return _form(reset, by_field(invalid)), 422
    log_event("password changed with a link", chosen.email)
    return sign_in(chosen.person, url_for("today.index"))


def _form(reset: str, problems: dict[str, str], *, valid: bool = True) -> str:
    return render_template("resets/edit.html", reset=reset, valid=valid, problems=problems)
