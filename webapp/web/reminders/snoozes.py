"""Being reminded again in a while: "Later" on a notification or on the page."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.reminders.snoozing import snooze
from webapp.rules.shared.numbers import read_whole
from webapp.web.shared.clock import now, zone_of
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.login import current_person

pages = Blueprint("snoozes", __name__, url_prefix="/snoozes")
USUAL = 60  # minutes


@pages.post("/")
@stored_once
def create() -> ResponseReturnValue:
    """Remind again; a worker, which asks for JSON, gets an empty answer."""
    person, form = current_person(), request.form
    minutes = read_whole(form.get("minutes", str(USUAL)), range(1, 24 * 60)) or 0
    snooze(person, form.get("what", ""), minutes, zone_of(person), now())
    if request.accept_mimetypes.best == "application/json":
        return "", 204
    return redirect(url_for("reminders.index"), 303)
