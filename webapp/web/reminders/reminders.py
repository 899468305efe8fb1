"""Reminders: what will come when and why, and what a person wants of them."""

from dataclasses import replace

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.reminders.asking import decline
from webapp.domain.reminders.coming import coming_to
from webapp.domain.reminders.wishes import choose, wishes_of
from webapp.rules.reminders.kinds import Kind, Way
from webapp.rules.reminders.settings import TIMES, Wishes, kinds_offered, parse_way, parse_wishes
from webapp.rules.shared.problems import Invalid
from webapp.web.reminders.reach import hints, offered, reach_section
from webapp.web.reminders.sayings import (
    names_of,
    prompt_name,
    snoozes,
    why_it_comes,
    why_not,
)
from webapp.web.shared.clock import now
from webapp.web.shared.errors import by_field
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.login import current_person

SAYINGS = {"name_of": prompt_name, "why": why_it_comes, "why_not": why_not, "snoozes": snoozes}
pages = Blueprint("reminders", __name__, url_prefix="/reminders")


@pages.get("/")
def index() -> ResponseReturnValue:
    """Show what will come and why; somebody who was never asked sees what would."""
    return draw_reminders({})


@pages.post("/")
@stored_once
def create() -> ResponseReturnValue:
    """Switch reminders on as most people have them, a way that they chose, or store a no."""
    person, way = current_person(), request.form.get("way")
    if way == Way.NONE:
        decline(person, now())
        return redirect(url_for("reminders.index"), 303)
    try:
        before = wishes_of(person) or Wishes()
        choose(person, replace(before, way=parse_way(way)), now())
    except Invalid as invalid:
        return draw_reminders(by_field(invalid)), 422
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
        kinds = request.form.getlist("kinds")
        wishes = parse_wishes(request.form, kinds, before, _offered())
        choose(person, wishes, now())
    except Invalid as invalid:
        return _form(by_field(invalid)), 422
    return redirect(url_for("reminders.index"), 303)


def draw_reminders(problems: dict[str, str]) -> str:
    """Return the page of reminders, with what is wrong about what was sent from it."""
    person = current_person()
    found = coming_to(person, now())
    return render_template(
        "reminders/index.html",
        person=person,
        found=found,
        **reach_section(found.wishes.way if found.asked else None),
        **SAYINGS,
        was_asked_for=request.args.get("asked") == "yes",
        given=request.form,
        problems=problems,
    )


def _form(problems: dict[str, str]) -> str:
    chosen, given = wishes_of(current_person()), request.form
    wishes, offers = chosen or Wishes(), offered(chosen.way if chosen else None)
    return render_template(
        "reminders/edit.html",
        person=current_person(),
        way=given.get("way", chosen.way if chosen else next(iter(offers))),
        kinds=given.getlist("kinds") if given else wishes.kinds,
        times={name: given.get(name) or _clock(getattr(wishes, name)) for name in TIMES},
        names=names_of(_offered()),
        ways=offers,
        hints=hints(),
        problems=problems,
    )


def _offered() -> tuple[Kind, ...]:
    return kinds_offered(in_teams=bool(current_person().teams))


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
