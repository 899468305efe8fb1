"""The devices that a person is signed in on."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.account.devices import devices_of, end_devices
from webapp.rules.shared.problems import Invalid
from webapp.web.shared.clock import now, zone_of
from webapp.web.shared.errors import by_field
from webapp.web.shared.events import log_event, log_refusal
from webapp.web.shared.login import current_person, keys, session_token
from webapp.web.shared.visits import visit

pages = Blueprint("devices", __name__, url_prefix="/devices")


@pages.get("/")
def index() -> ResponseReturnValue:
    """List all of them, this one first; not stored on the phone."""
    person = current_person()
    devices = devices_of(person, session_token(), keys(), now(), zone_of(person))
    return render_template("devices/index.html", person=person, devices=devices)


@pages.delete("/", defaults={"device_id": ""})
@pages.delete("/<device_id>")
def destroy(device_id: str) -> ResponseReturnValue:
    """Sign one device out, or all others; ask for the password, which the list does not send."""
    try:
        end_devices(current_person(), device_id, request.form.get("password"), visit())
    except Invalid as invalid:
        log_refusal(invalid, "password", current_person().email)
        return _ask(device_id, by_field(invalid)), 422
    log_event("device ended" if device_id else "other devices ended", current_person().email)
    return redirect(url_for("devices.index"), 303)


def _ask(device_id: str, problems: dict[str, str]) -> str:
    return render_template(
        "devices/edit.html", person=current_person(), device_id=device_id, problems=problems
    )
