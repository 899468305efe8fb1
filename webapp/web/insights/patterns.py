"""Patterns in one's own log."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from webapp.domain.capture.today import day_of
from webapp.domain.insights.patterns import patterns_of
from webapp.rules.capture.fields import WinKind
from webapp.rules.insights.patterns import Patterns, Tally
from webapp.web.shared.clock import now, zone_of
from webapp.web.shared.etags import page_or_304
from webapp.web.shared.i18n.dates import weekday_name
from webapp.web.shared.i18n.win_kinds import kind_name
from webapp.web.shared.login import current_person

pages = Blueprint("patterns", __name__, url_prefix="/patterns")
MOST_BARS = 8


@dataclass(frozen=True, slots=True)
class Bar:
    """A count in words and as a length, 0 to 100."""

    name: str
    wins: int
    length: float


@pages.get("/")
def index() -> ResponseReturnValue:
    """Show what the last twelve weeks of wins are about."""
    return page_or_304(current_person(), _draw)


def _draw() -> str:
    person = current_person()
    unsaid = [kind_name(kind) for kind in WinKind]
    patterns = patterns_of(person, day_of(person, zone_of(person), now()), unsaid)
    return render_template(
        "patterns/index.html",
        person=person,
        patterns=patterns,
        groups=_groups(patterns.tallies, patterns.names),
    )


def _groups(tallies: Patterns, objectives: Mapping[str, str]) -> list[tuple[str, list[Bar]]]:
    kinds = {kind.value: kind_name(kind) for kind in WinKind}
    areas = {tally.value: tally.value for tally in tallies.areas if tally.value}
    days = [(weekday_name(number), wins) for number, wins in enumerate(tallies.weekdays)]
    return [
        (gettext("By area"), bars_of(_named(tallies.areas, areas, gettext("No area")))),
        (
            gettext("By objective"),
            bars_of(_named(tallies.objectives, objectives, gettext("No objective"))),
        ),
        (gettext("By kind"), bars_of(_named(tallies.kinds, kinds, ""))),
        (gettext("By weekday"), bars_of(days)),
    ]


def _named(tallies: Iterable[Tally], names: Mapping[str, str], none: str) -> list[tuple[str, int]]:
    return [(names.get(tally.value or "", none), tally.wins) for tally in tallies][:MOST_BARS]


def bars_of(counts: list[tuple[str, int]]) -> list[Bar]:
    """Return counts as bars, the longest one for the most."""
    most = max((wins for _, wins in counts), default=0) or 1
    return [Bar(name, wins, round(100 * wins / most, 1)) for name, wins in counts]
