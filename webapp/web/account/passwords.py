"""Changing one's password."""

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.account.passwords import change_password
from webapp.rules.shared.problems import Invalid
from webapp.web.shared.errors import by_field
from webapp.web.shared.events import log_event, log_refusal
from webapp.web.shared.login import current_person, sign_in
from webapp.web.shared.visits import visit

pages = Blueprint("passwords", __name__, url_prefix="/passwords")


@pages.get("/current/edit")
def edit() -> ResponseReturnValue:
    """Show the form."""
    return _form({})


@pages.patch("/current")
def update() -> ResponseReturnValue:
    """Change the password; this device stays signed in, all others are signed out."""
    form = request.form
    try:
        change_password(
            current_person(), form.get("old_password"), form.get("new_password"), visit()
        )
    except Invalid as invalid:
        log_refusal(invalid, "old_password", current_person().email)
        return _form(by_field(invalid)), 422
    log_event("password changed", current_person().email)
    return sign_in(current_person().id, url_for("devices.index"))


def _form(problems: dict[str, str]) -> str:
    return render_template("passwords/edit.html", person=current_person(), problems=problems)
