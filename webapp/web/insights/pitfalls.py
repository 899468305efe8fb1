"""Pitfalls in words, each with its remedy one tap away (R43)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext, ngettext

from webapp.domain.insights.insights import Insights
from webapp.rules.insights.pitfalls import REVIEW, FoundPitfall, Pitfall
from webapp.web.shared.i18n.dates import short_day

MOST_ROWS = 3
Row = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Hint:
    """One pitfall: what is seen, rows of (address, words), how many are not listed, the remedy."""

    title: str
    rows: tuple[Row, ...]
    more: int
    leads_to: str
    remedy: str


def hints_of(insights: Insights) -> list[Hint]:
    """Return the pitfalls that are found, in words."""
    return [hint for found in insights.pitfalls for hint in _MAKERS[found.pitfall](found, insights)]


def _no_outcome(found: FoundPitfall, insights: Insights) -> Iterator[Hint]:
    """Yield a hint on wins and one on goals: each has a remedy of its own."""
    wins = [(f"/wins/{win}/edit", insights.texts.get(win, "")) for win in found.rows]
    goals = [(f"/goals/{goal}", insights.goals.get(goal, "")) for goal in found.goals]
    if wins:
        yield _bare_wins(wins, found.total)
    if goals:
        yield _adrift_goals(goals)


def _adrift_goals(goals: list[Row]) -> Hint:
    title = ngettext(
        "%(num)s micro-goal serves no objective yet.",
        "%(num)s micro-goals serve no objective yet.",
        len(goals),
    )
    return hint_of(title, goals, "/goals/", gettext("Choose an objective"))


def _bare_wins(wins: list[Row], total: int) -> Hint:
    title = gettext(
        "%(bare)s of your last %(total)s wins need evidence: the objective they serve, or what they"
        " changed, with a number.",
        bare=len(wins),
        total=total,
    )
    return hint_of(title, wins, "/wins/?counted=no", gettext("Add what is missing"))


def _inconsistent(found: FoundPitfall, insights: Insights) -> Iterator[Hint]:
    places = {
        "check_in": ("/checkins/new", gettext("Check-in")),
        "quick": ("/", gettext("Any win")),
        "milestone": ("/", gettext("Milestone")),
        "process": ("/", gettext("Process improvement")),
        REVIEW: ("/reviews/", gettext("Review")),
    }
    rows = [
        (places[what][0], f"{places[what][1]}: {_since(insights.lasts[what])}")
        for what in found.rows
    ]
    title = gettext("There is a gap, measured by your own rhythm.")
    remedies = {"check_in": gettext("Check in"), REVIEW: gettext("Hold the review")}
    yield hint_of(title, rows, rows[0][0], remedies.get(found.rows[0], gettext("Log a win")))


def _since(last: date) -> str:
    return str(gettext("none since %(day)s", day=short_day(last.isoformat())))


def _too_many(found: FoundPitfall, insights: Insights) -> Iterator[Hint]:
    rows = [(f"/goals/{goal}", insights.goals.get(goal, "")) for goal in found.rows]
    title = ngettext(
        "%(num)s micro-goal is active at once.",
        "%(num)s micro-goals are active at once.",
        found.total,
    )
    yield hint_of(title, rows, "/goals/", gettext("Park or close some"))


def _out_of_proportion(found: FoundPitfall, _insights: Insights) -> Iterator[Hint]:
    # Not the thanks one by one: what a mate's win lacks is theirs to know (R29).
    title = gettext(
        "Of your last %(total)s thanks to a team, %(light)s are for quick tasks that moved no"
        " number.",
        light=len(found.rows),
        total=found.total,
    )
    yield hint_of(title, [], "/teams/", gettext("Thank for an outcome"))


def hint_of(title: str, rows: list[Row], leads_to: str, remedy: str) -> Hint:
    """Return a pitfall in words, with its first rows."""
    more = max(len(rows) - MOST_ROWS, 0)
    return Hint(title, tuple(rows[:MOST_ROWS]), more, leads_to, remedy)


_MAKERS = {
    Pitfall.NO_OUTCOME: _no_outcome,
    Pitfall.OUT_OF_PROPORTION: _out_of_proportion,
    Pitfall.INCONSISTENT: _inconsistent,
    Pitfall.TOO_MANY_GOALS: _too_many,
}
