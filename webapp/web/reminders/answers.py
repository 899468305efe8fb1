"""The answer to the question on Today whether to remind a person."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.reminders.asking import decline
from webapp.web.shared.clock import now
from webapp.web.shared.login import current_person

pages = Blueprint("reminder_answers", __name__, url_prefix="/reminders/answers")


@pages.post("/")
def create() -> ResponseReturnValue:
    """Store that they want none, so that they are not asked again."""
    decline(current_person(), now())
    return redirect(url_for("today.index"), 303)
