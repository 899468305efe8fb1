"""Days on which no reminders come."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.reminders.wishes import pause
from webapp.rules.reminders.settings import parse_pause
from webapp.rules.shared.problems import Invalid
from webapp.web.reminders.reminders import draw_reminders
from webapp.web.shared.clock import now
from webapp.web.shared.errors import by_field
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.login import current_person

pages = Blueprint("pauses", __name__, url_prefix="/pauses")


@pages.post("/")
@stored_once
def create() -> ResponseReturnValue:
    """Let nothing come on some days, in place of an earlier pause."""
    try:
        days = parse_pause(request.form.get("first"), request.form.get("last"))
    except Invalid as invalid:
        return draw_reminders(by_field(invalid)), 422
    pause(current_person(), days, now())
    return redirect(url_for("reminders.index"), 303)


@pages.delete("/current")
def destroy() -> ResponseReturnValue:
    """Let reminders come again."""
    pause(current_person(), None, now())
    return redirect(url_for("reminders.index"), 303)
