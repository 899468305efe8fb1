"""Reminders: what will come when and why, and what a person wants of them."""

from dataclasses import replace

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.reminders.asking import decline
from webapp.domain.reminders.coming import coming_to
from webapp.domain.reminders.wishes import store_wishes, wishes_of
from webapp.rules.reminders.kinds import Way
from webapp.rules.reminders.settings import SNOOZES, TIMES, Wishes, parse_wishes
from webapp.rules.shared.problems import Invalid
from webapp.web.reminders.sayings import kind_names, prompt_name, ways, why_it_comes, why_not
from webapp.web.shared.clock import now
from webapp.web.shared.errors import by_field
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.login import current_person

pages = Blueprint("reminders", __name__, url_prefix="/reminders")


@pages.get("/")
def index() -> ResponseReturnValue:
    """Show what will come and why; somebody who was never asked sees what would."""
    return draw_reminders({})


@pages.post("/")
@stored_once
def create() -> ResponseReturnValue:
    """Switch reminders on as most people have them, or store that none are wanted."""
    person = current_person()
    if request.form.get("wanted") == "no":
        decline(person, now())
    else:
        before = wishes_of(person) or Wishes()
        store_wishes(person, replace(before, way=Way.PUSH, chosen=now()), now())
    return redirect(url_for("reminders.index"), 303)


@pages.get("/current/edit")
def edit() -> ResponseReturnValue:
    """Show what can be chosen, in a form."""
    return _form({})


@pages.patch("/current")
def update() -> ResponseReturnValue:
    """Change what is wanted."""
    person = current_person()
    before = wishes_of(person) or Wishes()
    try:
        wishes = parse_wishes(request.form, request.form.getlist("kinds"), before)
    except Invalid as invalid:
        return _form(by_field(invalid)), 422
    again = before.way is Way.NONE and wishes.way is not Way.NONE
    store_wishes(person, replace(wishes, chosen=now()) if again else wishes, now())
    return redirect(url_for("reminders.index"), 303)


def draw_reminders(problems: dict[str, str]) -> str:
    """Return the page of reminders, with what is wrong about a pause."""
    person = current_person()
    return render_template(
        "reminders/index.html",
        person=person,
        found=coming_to(person, now()),
        names=kind_names(),
        ways=ways(),
        name_of=prompt_name,
        why=why_it_comes,
        why_not=why_not,
        snoozes=SNOOZES,
        given=request.form,
        problems=problems,
    )


def _form(problems: dict[str, str]) -> str:
    wishes = wishes_of(current_person()) or Wishes()
    given = request.form
    return render_template(
        "reminders/edit.html",
        person=current_person(),
        way=given.get("way", wishes.way),
        kinds=given.getlist("kinds") if given else wishes.kinds,
        times={name: given.get(name) or _clock(getattr(wishes, name)) for name in TIMES},
        names=kind_names(),
        ways={way: name for way, name in ways().items() if way != Way.MAIL},  # not sent yet
        problems=problems,
    )


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
