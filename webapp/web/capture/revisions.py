"""What a win said before: the words that were replaced."""

from datetime import datetime
from typing import NamedTuple

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from webapp.domain.capture.options import options_of
from webapp.domain.capture.revisions import win_history
from webapp.domain.capture.wins import win_of, win_row
from webapp.rules.capture.revisions import ReplacedValue
from webapp.rules.shared.moments import decode_moment, moment_in
from webapp.web.shared.clock import zone_of
from webapp.web.shared.etags import page_or_304
from webapp.web.shared.i18n.numbers import number
from webapp.web.shared.i18n.win_kinds import kind_name
from webapp.web.shared.login import current_person, login_required

pages = Blueprint("revisions", __name__, url_prefix="/wins/<win_id>/revisions")


class Line(NamedTuple):
    """One line of the history; says: "" when the field was empty; until: where the person is."""

    field: str
    says: str
    until: datetime


@pages.get("/")
@login_required
def index(win_id: str) -> ResponseReturnValue:
    """Each field's replaced words, the last to be replaced first; for the win's owner only."""
    history = win_history(current_person(), win_id)
    return page_or_304(current_person(), lambda: _draw(win_id, history))


def _draw(win_id: str, history: list[ReplacedValue]) -> str:
    person = current_person()
    zone, names, options = zone_of(person), _names(), _options()
    lines = [
        Line(
            names[one.field],
            _says(one.field, one.value, options.get(one.field)),
            moment_in(zone, one.until).local(),
        )
        for one in history
    ]
    win = win_row(win_of(person, win_id))
    return render_template("revisions/index.html", person=person, win=win, lines=lines)


def _says(field: str, value: str, options: dict[str, str] | None) -> str:
    if field == "happened":
        return decode_moment(value).local().strftime("%Y-%m-%d %H:%M")
    if field == "measurable":
        return gettext("Yes") if value else gettext("No")
    if field in {"before", "after"}:
        return number(float(value)) if value else ""
    if options is None:
        return value
    return ", ".join(options.get(one, "…") for one in value.split())


def _options() -> dict[str, dict[str, str]]:
    options = options_of(current_person())
    return {
        "kind": {kind: kind_name(kind) for kind in ("quick", "milestone", "process")},
        "moves": {
            "project": gettext("A project"),
            "skill": gettext("A skill"),
            "routine": gettext("A routine"),
        },
        "visibility": {
            "private": gettext("Only you"),
            "team": gettext("Your team"),
            "organisation": gettext("The organisation"),
        },
        "goal": dict(options.goals),
        "objectives": dict(options.objectives),
        "indicator": dict(options.indicators),
    }


def _names() -> dict[str, str]:
    return {
        "what": gettext("What you got done"),
        "kind": gettext("Kind"),
        "impact": gettext("What it changed"),
        "next_step": gettext("Next step"),
        "happened": gettext("When it happened"),
        "evidence": gettext("Link to evidence"),
        "moves": gettext("It moves on"),
        "area": gettext("Area"),
        "visibility": gettext("Who may see it"),
        "measurable": gettext("Its effect can be measured"),
        "goal": gettext("Micro-goal"),
        "objectives": gettext("Objectives it serves"),
        "indicator": gettext("Indicator"),
        "before": gettext("Before"),
        "after": gettext("After"),
        "approach": gettext("How you went about it"),
        "worked": gettext("What worked"),
        "improve": gettext("What you would do better"),
    }
