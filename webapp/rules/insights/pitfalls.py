"""Four pitfalls, each with the rows that show it (R43); the page adds a remedy to each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from webapp.rules.insights.wins import WinFacts
from webapp.rules.shared.calendars import Calendar

LOOKED_AT = timedelta(weeks=4)
WINS = 5
PRAISES, PRAISED_IN = 6, timedelta(days=30)
USUAL_LIMIT, OVERDUE = 3, 2
REVIEW = "review"


class Pitfall(StrEnum):
    """The four pitfalls."""

    NO_OUTCOME = "no_outcome"
    OUT_OF_PROPORTION = "out_of_proportion"
    INCONSISTENT = "inconsistent"
    TOO_MANY_GOALS = "too_many_goals"


@dataclass(frozen=True, slots=True)
class FoundPitfall:
    """A pitfall: the ids that show it, and the number of rows; goals: see without_outcome."""

    pitfall: Pitfall
    rows: tuple[str, ...]
    total: int
    goals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Praise:
    """Thanks to a team, and their day.

    light: they are for nothing but quick wins without an indicator or a goal met.
    """

    id: str
    day: date
    light: bool


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Something done every so many working days; `last`: the last day, or the first if never done.

    what: check_in, quick, milestone, process, review.
    """

    what: str
    every: int
    last: date


@dataclass(frozen=True, slots=True)
class ActiveGoal:
    """An active micro-goal: its due day and whether it serves an objective."""

    id: str
    due: date
    linked: bool


def without_outcome(
    wins: Iterable[WinFacts], goals: Iterable[ActiveGoal], today: date
) -> FoundPitfall | None:
    """Return the pitfall that wins do not count, or goals serve no objective.

    That is half or more of five wins or more in four weeks. Rows: those wins, newest first; goals:
    the active ones with "no objective yet".
    """
    recent = [win for win in wins if _is_recent(win.day, today)]
    bare = [win for win in recent if not win.counted]
    many = len(recent) >= WINS and 2 * len(bare) >= len(recent)
    newest = sorted(bare, key=lambda win: win.day, reverse=True) if many else []
    adrift = tuple(goal.id for goal in goals if not goal.linked)
    if not newest and not adrift:
        return None
    return FoundPitfall(Pitfall.NO_OUTCOME, tuple(win.id for win in newest), len(recent), adrift)


def out_of_proportion(praises: Iterable[Praise], today: date) -> FoundPitfall | None:
    """Return the pitfall that thanks to a team are for little.

    That is six or more of them in 30 days, and more than half of these are light.
    """
    recent = [one for one in praises if timedelta() <= today - one.day < PRAISED_IN]
    rows = tuple(one.id for one in recent if one.light)
    if len(recent) < PRAISES or 2 * len(rows) <= len(recent):
        return None
    return FoundPitfall(Pitfall.OUT_OF_PROPORTION, rows, len(recent))


def inconsistent(rhythms: Sequence[Rhythm], calendar: Calendar, today: date) -> FoundPitfall | None:
    """Return the pitfall that a rhythm has a gap of more than twice its length.

    For reviews once the length is enough. Working days count, but neither days off, paused days nor
    today. Rows: `what`.
    """
    yesterday = today - timedelta(days=1)
    rows = tuple(
        rhythm.what
        for rhythm in rhythms
        if calendar.has_more_working_days(_patience(rhythm), rhythm.last, yesterday)
    )
    return FoundPitfall(Pitfall.INCONSISTENT, rows, len(rhythms)) if rows else None


def too_many_goals(goals: Sequence[ActiveGoal], limit: int, today: date) -> FoundPitfall | None:
    """Return the pitfall that too many goals are active.

    That is more than the limit, or more than three with two or more overdue. goals: all active
    ones. Rows: the overdue ones, or else all, in the order of their due days.
    """
    in_order = sorted(goals, key=lambda goal: goal.due)
    overdue = [goal.id for goal in in_order if goal.due < today]
    behind = len(in_order) > USUAL_LIMIT and len(overdue) >= OVERDUE
    if len(in_order) <= limit and not behind:
        return None
    rows = overdue or [goal.id for goal in in_order]
    return FoundPitfall(Pitfall.TOO_MANY_GOALS, tuple(rows), len(in_order))


def _is_recent(day: date, today: date) -> bool:
    return timedelta() <= today - day < LOOKED_AT


def _patience(rhythm: Rhythm) -> int:
    """Return the longest gap in working days that is no pitfall yet."""
    return rhythm.every if rhythm.what == REVIEW else 2 * rhythm.every
