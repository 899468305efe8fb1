"""The home screen."""

from datetime import date

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from webapp.domain.capture.options import Options, options_of
from webapp.domain.capture.presets import preset_buttons
from webapp.domain.capture.today import day_of, today_of
from webapp.domain.capture.wins import has_win
from webapp.domain.goals.active import TodaysThings, todays_things
from webapp.domain.reminders.asking import shall_ask
from webapp.rules.capture.presets import MOST_PRESETS
from webapp.rules.shared.ids import UUID
from webapp.web.capture.form_templates import checkin_templates, form_template, options_of_mates
from webapp.web.shared.clock import now, zone_of
from webapp.web.shared.etags import page_or_304
from webapp.web.shared.i18n.win_kinds import kind_names
from webapp.web.shared.login import current_person, login_required
from webapp.web.shared.strangers import front_page, is_stranger

pages = Blueprint("today", __name__)


@pages.get("/")
def index() -> ResponseReturnValue:
    """Show Today: the question when it is due, capture, today's wins; to strangers what it is."""
    return front_page() if is_stranger() else _today()


@login_required
def _today() -> ResponseReturnValue:
    offered = options_of_mates(news=current_person().told > 0)
    things = _things_of_mates()
    changed_by_mates = (offered and offered.objectives, things and things.goals)
    return page_or_304(current_person(), lambda: _draw(offered, things), changed_by_mates)


def _things_of_mates() -> TodaysThings | None:
    # Goals of a team that one has taken on: mates change them.
    person = current_person()
    if not person.teams:
        return None
    zone = zone_of(person)
    return todays_things(person, day_of(person, zone, now()), zone, in_teams=True)


def _draw(offered: Options | None, things: TodaysThings | None) -> str:
    person = current_person()
    zone = zone_of(person)
    today = today_of(person, zone, now(), kind_names())
    things = things or todays_things(person, today.day, zone)
    options = offered or options_of(person, news=person.told > 0)
    return render_template(
        "today/index.html",
        person=person,
        today=today,
        goals=things.goals,
        # While the question is open a number could influence its answer (R10).
        measure=None if today.due else things.value,
        buttons=preset_buttons(person),
        most=MOST_PRESETS,
        undo=_just_logged(),
        moved_to=_just_moved(),
        form_template=form_template(options),
        checkin_templates=checkin_templates(person.areas),
        notices=options.news,
        asks_for_reminders=today.checked_in and shall_ask(person),
    )


def _just_logged() -> str:
    # Without scripts a tap leads here, and Undo is a button on the page.
    logged = request.args.get("logged", "")
    is_there = UUID.fullmatch(logged) and has_win(current_person(), logged)
    return logged if is_there else ""  # Back shows this page after Undo, too


def _just_moved() -> date | None:
    # A win that was given another day without scripts leads here.
    try:
        return date.fromisoformat(request.args.get("moved", ""))
    except ValueError:
        return None
