"""Trials: a reminder that a person has sent to their phones, to see that it arrives."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.reminders.trials import ask_for_one
from webapp.web.shared.clock import now, zone_of
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.login import current_person

pages = Blueprint("trials", __name__, url_prefix="/reminders/trials")


@pages.post("/")
@stored_once
def create() -> ResponseReturnValue:
    """Let one be sent within a minute."""
    person = current_person()
    ask_for_one(person, zone_of(person), now())
    return redirect(url_for("push_devices.index", asked="yes"), 303)
