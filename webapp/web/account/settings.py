"""A person's settings: a list with their values, and a form for each."""

from collections.abc import Callable
from functools import partial

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from webapp.domain.account.confirmations import state_of_address
from webapp.domain.account.settings import change_setting
from webapp.domain.teams.counting import own_choice
from webapp.domain.teams.memberships import own_teams
from webapp.domain.teams.notices import told
from webapp.domain.teams.organisations import own_organisations
from webapp.rules.account.budget import BUDGET, WARNED_AT, megabytes
from webapp.rules.account.people import DAY_STARTS
from webapp.rules.account.settings import MOST_AREAS, PARSERS, Theme
from webapp.rules.goals.goals import LIMITS
from webapp.rules.shared.problems import Invalid, NotFound
from webapp.rules.shared.workdays import weekdays_in
from webapp.rules.shared.zones import zones
from webapp.web.account import audiences
from webapp.web.shared.clock import now, zone_of
from webapp.web.shared.errors import by_field
from webapp.web.shared.etags import page_or_304
from webapp.web.shared.i18n.dates import short_weekdays
from webapp.web.shared.i18n.gettext import join_names
from webapp.web.shared.login import current_person
from webapp.web.shared.visits import sends_mail

pages = Blueprint("settings", __name__, url_prefix="/settings")


@pages.get("/")
def index() -> ResponseReturnValue:
    """Show all settings, what waits on this phone, the account, and the button to sign out."""
    return page_or_304(current_person(), _draw)


@pages.get("/<name>/edit")
def edit(name: str) -> ResponseReturnValue:
    """Show the form for one of them."""
    if not _is_setting(name):
        raise NotFound
    return _form(name, None, "")


@pages.patch("/<name>")
def update(name: str) -> ResponseReturnValue:
    """Change one of them."""
    values = request.form.getlist(name)
    try:
        _STORED.get(name, partial(change_setting, name=name))(current_person(), values=values)
    except Invalid as invalid:
        return _form(name, values, by_field(invalid).get(name, "")), 422
    return redirect(url_for("settings.index", saved=name, _anchor=name), 303)


def _draw() -> str:
    values = {name: say() for name, say in _SAYS.items() if _is_setting(name)}
    saved = request.args.get("saved", "")
    return render_template(
        "settings/index.html",
        person=current_person(),
        values=values,
        saved=saved,
        space=_space(),
        teams=own_teams(current_person()),
        notices=told(current_person()),
        organisations=own_organisations(current_person()),
        mail=state_of_address(current_person()) if sends_mail() else None,
        counts_in=own_choice(current_person(), now()) if current_person().teams else None,
    )


def _is_setting(name: str) -> bool:
    return name in PARSERS or (name == audiences.NAME and audiences.is_asked())


def _form(name: str, given: list[str] | None, problem: str) -> str:
    person = current_person()
    return render_template(
        "settings/edit.html",
        person=person,
        name=name,
        given=given,
        current=audiences.chosen() if name == audiences.NAME else str(getattr(person, name)),
        chosen=_chosen(name) if given is None else given,
        problem=problem,
        choices=_CHOICES[name]() if name in _CHOICES else [],
        zone=zone_of(current_person()),
        zones=zones() if name == "fixed_zone" else (),
        most_areas=MOST_AREAS,
    )


def _space() -> dict[str, int | bool]:
    stored = current_person().stored
    used = megabytes(min(stored, BUDGET))
    return {"used": used, "most": megabytes(BUDGET), "warned": stored >= WARNED_AT}


def _day_starts() -> list[tuple[str, str]]:
    return [(str(minutes), _clock(minutes)) for minutes in DAY_STARTS]


def _goal_limits() -> list[tuple[str, str]]:
    return [(str(number), str(number)) for number in LIMITS]


def _themes() -> list[tuple[str, str]]:
    return [
        ("", gettext("As the phone has it")),
        (Theme.LIGHT.value, gettext("Light")),
        (Theme.DARK.value, gettext("Dark")),
    ]


def _chosen(name: str) -> list[str]:
    return (
        [str(day) for day in weekdays_in(getattr(current_person(), name))]
        if name in _WEEKDAYS
        else []
    )


def _areas() -> str:
    return _list(current_person().areas.splitlines())


def _list(names: list[str]) -> str:
    return join_names(names) or gettext("None")


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:00"


_CHOICES: dict[str, Callable[[], list[tuple[str, str]]]] = {
    "day_start": _day_starts,
    "goal_limit": _goal_limits,
    "theme": _themes,
    audiences.NAME: audiences.offered,
}
# How settings are stored that are more than a column of the person.
_STORED: dict[str, Callable[..., None]] = {audiences.NAME: audiences.store}
_WEEKDAYS = ("workdays", "checkin_days")
_SAYS: dict[str, Callable[[], str]] = {
    "day_start": lambda: _clock(current_person().day_start),
    "fixed_zone": lambda: current_person().fixed_zone or gettext("Automatic"),
    "workdays": lambda: _list(short_weekdays(current_person().workdays)),
    "checkin_days": lambda: _list(short_weekdays(current_person().checkin_days)),
    "areas": _areas,
    "goal_limit": lambda: str(current_person().goal_limit),
    "theme": lambda: dict(_themes())[current_person().theme],
    audiences.NAME: audiences.chosen_name,
}
