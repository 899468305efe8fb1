"""Trials: a reminder that a person has sent to their phones or by mail, to see that it arrives."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.reminders.trials import ask_for_one
from webapp.rules.reminders.settings import parse_way
from webapp.web.shared.clock import now, zone_of
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.login import current_person, referring_page

pages = Blueprint("trials", __name__, url_prefix="/reminders/trials")


@pages.post("/")
@stored_once
def create() -> ResponseReturnValue:
    """Let one be sent within a minute."""
    person = current_person()
    ask_for_one(person, parse_way(request.form.get("way")), zone_of(person), now())
    of_phones = referring_page().startswith(url_for("push_devices.index"))
    page = "push_devices.index" if of_phones else "reminders.index"
    return redirect(url_for(page, asked="yes"), 303)
