"""The devices that a person is signed in on."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.account.devices import devices_of, sign_out_device, sign_out_other_devices
from webapp.web.shared.clock import now, zone_of
from webapp.web.shared.events import log_event
from webapp.web.shared.login import current_person, keys, login_required, session_token

pages = Blueprint("devices", __name__, url_prefix="/devices")


@pages.get("/")
@login_required
def index() -> ResponseReturnValue:
    """List all of them, this one first; not stored on the phone."""
    person = current_person()
    devices = devices_of(person, session_token(), keys(), now(), zone_of(person))
    return render_template("devices/index.html", person=person, devices=devices)


@pages.delete("/", defaults={"device_id": ""})
@pages.delete("/<device_id>")
@login_required
def destroy(device_id: str) -> ResponseReturnValue:
    """Sign one device out, or all others."""
    if device_id:
        sign_out_device(current_person(), device_id)
    else:
        sign_out_other_devices(current_person(), session_token(), keys())
    log_event("device ended" if device_id else "other devices ended", current_person().email)
    return redirect(url_for("devices.index"), 303)
