"""Signing in and out."""

from flask import Blueprint, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from webapp.domain.account.authentication import authenticate
from webapp.domain.account.people import key_of
from webapp.rules.shared.problems import Invalid
from webapp.rules.shared.rate_limits import TooMany
from webapp.web.shared.errors import by_field, too_often
from webapp.web.shared.events import log_event
from webapp.web.shared.forms.unsent import unsent_form
from webapp.web.shared.login import safe_path, sign_in, sign_out
from webapp.web.shared.visits import sign_up_mode, visit

pages = Blueprint("sessions", __name__, url_prefix="/sessions")


@pages.get("/new")
def new() -> ResponseReturnValue:
    """Show the sign-in form."""
    if current_user.is_authenticated:
        return redirect(safe_path(request.args.get("next")), 303)
    return _form({})


@pages.post("/")
def create() -> ResponseReturnValue:
    """Sign this device in and go to the page that the person asked for."""
    form = request.form
    try:
        person_id = authenticate(form.get("email"), form.get("password"), visit())
    except Invalid as invalid:
        log_event("sign-in refused", form.get("email"))
        return _form(by_field(invalid)), 422
    except TooMany as limit:
        says, headers = too_often(limit)
        return _form({"password": says}), 429, headers
    log_event("signed in", form.get("email"))
    carried = form.get("unsent", "")
    unsent = unsent_form(carried, key_of(person_id)) if carried else None
    page = render_template("sessions/unsent.html", unsent=unsent) if unsent else ""
    return sign_in(person_id, safe_path(form.get("next")), page)


@pages.delete("/current")
def destroy() -> ResponseReturnValue:
    """Sign this device out; scripts get JSON, which no captive portal answers."""
    if request.accept_mimetypes.best == "application/json":
        return sign_out(jsonify(person=None))
    return sign_out(redirect(url_for("sessions.new"), 303))


def _form(problems: dict[str, str]) -> str:
    return render_template(
        "sessions/new.html",
        given=request.form or request.args,
        unsent=request.form.get("unsent", ""),  # not from an address, which anybody can make
        problems=problems,
        sign_up_mode=sign_up_mode(),
    )
