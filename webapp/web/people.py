"""Signing up."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from webapp.domain.people import sign_up
from webapp.rules.people import parse_new_person
from webapp.rules.problems import Invalid
from webapp.web.clock import ZONE_COOKIE
from webapp.web.errors import by_field
from webapp.web.login import sign_in_device

pages = Blueprint("people", __name__, url_prefix="/people")


@pages.get("/new")
def new() -> ResponseReturnValue:
    """The sign-up form."""
    if current_user.is_authenticated:
        return redirect(url_for("today.index"), 303)
    return _form({})


@pages.post("/")
def create() -> ResponseReturnValue:
    """Make an account, sign in and land on Today."""
    form = request.form
    zone = request.cookies.get(ZONE_COOKIE)
    try:
        person = parse_new_person(form.get("name"), form.get("email"), form.get("password"), zone)
        return sign_in_device(sign_up(person), url_for("today.index"))
    except Invalid as invalid:
        return _form(by_field(invalid)), 422


def _form(problems: dict[str, str]) -> str:
    return render_template("people/new.html", given=request.form, problems=problems)
