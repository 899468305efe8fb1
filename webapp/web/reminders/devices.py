"""The phones and browsers that reminders come to.

Scripts subscribe them and report what they did (static/js/page/reminders, static/js/sw/push.js).
"""

from flask import Blueprint, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.reminders.asking import choose_phones
from webapp.domain.reminders.push_devices import (
    At,
    add_device,
    public_key,
    remove_device,
    report,
    state_of,
)
from webapp.rules.reminders.subscriptions import parse_subscription
from webapp.rules.shared.problems import Invalid
from webapp.web.reminders.push_sections import push_section
from webapp.web.shared.clock import now
from webapp.web.shared.errors import by_field
from webapp.web.shared.i18n.language import language
from webapp.web.shared.login import current_person, keys, session_token

pages = Blueprint("push_devices", __name__, url_prefix="/reminders/devices")


@pages.get("/")
def index() -> ResponseReturnValue:
    """Show all of them, and the way to switch this one on; not stored on the phone."""
    return render_template(
        "reminders/devices.html", person=current_person(), push=push_section(), asked=_asked()
    )


@pages.get("/new")
def new() -> ResponseReturnValue:
    """Answer with the key that a browser subscribes with, "" if this server does not push."""
    return jsonify(key=public_key())


@pages.get("/<phone_id>")
def show(phone_id: str) -> ResponseReturnValue:
    """Answer with whether reminders come to a device (on, off, unknown), and with the key.

    No captive portal knows the key of the person.
    """
    person = current_person()
    return jsonify(person=person.key, state=state_of(person, phone_id, now()), key=public_key())


@pages.post("/")
def create() -> ResponseReturnValue:
    """Remind the person on this device from now on; 422 with a sentence if that cannot be."""
    form = request.form
    at = At(session_token(), keys(), now())
    browser = request.headers.get("User-Agent", "")
    try:
        given = parse_subscription(form.get("endpoint"), form.get("p256dh"), form.get("auth"))
        add_device(current_person(), given, form.get("replaced", ""), language(), browser, at)
        if form.get("chosen"):  # by the person, and not renewed by the worker
            choose_phones(current_person(), now())
    except Invalid as invalid:
        return jsonify(says=by_field(invalid)["endpoint"]), 422
    return jsonify(id=given.id), 201


@pages.patch("/<phone_id>")
def update(phone_id: str) -> ResponseReturnValue:
    """Store that a device has shown or opened what was sent to it."""
    report(current_person(), phone_id, request.form.get("event", ""), now())
    return "", 204


@pages.delete("/<phone_id>")
def destroy(phone_id: str) -> ResponseReturnValue:
    """Remind the person on a device no more."""
    remove_device(current_person(), phone_id)
    return redirect(url_for("push_devices.index"), 303)


def _asked() -> bool:
    # What was asked for a moment ago comes with the next tick of the jobs.
    return request.args.get("asked") == "yes"
