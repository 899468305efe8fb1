"""Signing up, and changing the e-mail address."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from webapp.domain.account.people import change_email, sign_up, sign_up_refusal
from webapp.rules.account.people import parse_new_person
from webapp.rules.shared.problems import Invalid
from webapp.rules.shared.rate_limits import TooMany
from webapp.rules.teams.invitations import owner_named_in
from webapp.web.shared.clock import device_zone
from webapp.web.shared.errors import by_field, sentence, too_often
from webapp.web.shared.events import log_event, log_refusal
from webapp.web.shared.forms.once import sent_id
from webapp.web.shared.i18n.language import language
from webapp.web.shared.i18n.regions import working_week_of_request
from webapp.web.shared.login import current_person, sign_in
from webapp.web.shared.visits import sign_up_mode, visit

pages = Blueprint("people", __name__, url_prefix="/people")


@pages.get("/new")
def new() -> ResponseReturnValue:
    """Show the sign-up form."""
    if current_user.is_authenticated:
        return redirect(url_for("today.index"), 303)
    return sign_up_form(request.args.get("link", ""), {})


@pages.post("/")
def create() -> ResponseReturnValue:
    """Create an account, sign in and go to Today."""
    form = request.form
    zone, week = device_zone(), working_week_of_request()
    link = form.get("link") or form.get("invitation", "")  # its name in forms of earlier versions
    try:
        person = parse_new_person(
            form.get("name"), form.get("email"), form.get("password"), zone, week
        )
        person_id = sign_up(person, sign_up_mode(), link, visit(), sent_id(), language())
    except Invalid as invalid:
        return sign_up_form(link, by_field(invalid)), 422
    except TooMany as limit:
        says, headers = too_often(limit)
        return sign_up_form(link, {"password": says}), 429, headers
    log_event("signed up with a link" if link else "signed up", person.email)
    return sign_in(person_id, _leads_to(link))


@pages.get("/current/edit")
def edit() -> ResponseReturnValue:
    """Show the form for another address."""
    return _form({})


@pages.patch("/current")
def update() -> ResponseReturnValue:
    """Change the address."""
    form = request.form
    try:
        change_email(current_person(), form.get("email"), form.get("password"), visit(), language())
    except Invalid as invalid:
        log_refusal(invalid, "password", current_person().email)
        return _form(by_field(invalid)), 422
    log_event("e-mail changed", current_person().email)
    log_event("e-mail changed", form.get("email"))
    return redirect(url_for("settings.index"), 303)


def sign_up_form(link: str, problems: dict[str, str]) -> str:
    """Draw the sign-up form, or why nobody can sign up with this link ("": without one)."""
    refused = sign_up_refusal(sign_up_mode(), link, visit())
    return render_template(
        "people/new.html",
        given=request.form,
        problems=problems,
        link=link,
        refused=sentence(refused) if refused else "",
    )


def _leads_to(link: str) -> str:
    """Return where a new person goes: back to the invitation that they came from, or to Today."""
    invited = owner_named_in(link) is not None
    return url_for("invitations.show", link=link) if invited else url_for("today.index")


def _form(problems: dict[str, str]) -> str:
    return render_template(
        "people/edit.html", person=current_person(), given=request.form, problems=problems
    )
