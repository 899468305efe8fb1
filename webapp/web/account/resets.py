"""Choosing a new password with a link: from the operator, or by mail."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.account.passwords import is_reset_valid, reset_password
from webapp.domain.account.resets_by_mail import ask_for_reset
from webapp.rules.shared.problems import Invalid
from webapp.rules.shared.rate_limits import TooMany
from webapp.web.shared.errors import by_field, too_often
from webapp.web.shared.events import log_event
from webapp.web.shared.i18n.language import language
from webapp.web.shared.login import sign_in
from webapp.web.shared.visits import visit

pages = Blueprint("resets", __name__, url_prefix="/resets")


@pages.get("/")
def index() -> ResponseReturnValue:
    """Say that a link is on its way, if there is such an account; the same for everybody."""
    return render_template("resets/index.html")


@pages.get("/new")
def new() -> ResponseReturnValue:
    """Show the form to ask for a link, or who else can make one."""
    return _asking({})


@pages.post("/")
def create() -> ResponseReturnValue:
    """Ask for a link; the answer does not tell whether anybody has the address."""
    try:
        ask_for_reset(request.form.get("email"), language(), visit())
    except Invalid as invalid:
        return _asking(by_field(invalid)), 422
    except TooMany as limit:
        says, headers = too_often(limit)
        return _asking({"email": says}), 429, headers
    log_event("reset asked for", request.form.get("email"))
    return redirect(url_for("resets.index"), 303)


@pages.get("/<reset>")
def edit(reset: str) -> ResponseReturnValue:
    """Show the form to a person who has the link; opening it does not use it up."""
    valid = is_reset_valid(reset, visit())
    if not valid:
        log_event("link refused")
    return _form(reset, {}, valid=valid), 200 if valid else 404


@pages.patch("/<reset>")
def update(reset: str) -> ResponseReturnValue:
    """Store the password and sign this device in; all others are signed out."""
    try:
        chosen = reset_password(reset, request.form.get("new_password"), visit())
    except Invalid as invalid:
        return _form(reset, by_field(invalid)), 422
    log_event("password changed with a link", chosen.email)
    return sign_in(chosen.person, url_for("today.index"))


def _asking(problems: dict[str, str]) -> str:
    return render_template("resets/new.html", given=request.form, problems=problems)


def _form(reset: str, problems: dict[str, str], *, valid: bool = True) -> str:
    return render_template("resets/edit.html", reset=reset, valid=valid, problems=problems)
