"""Four pitfalls, each with the rows that show it (R43); the page puts a remedy beside each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from webapp.rules.calendars import Calendar
from webapp.rules.rows import WinRow


class Pitfall(StrEnum):
    """The four."""

    NO_OUTCOME = "no_outcome"
    OUT_OF_PROPORTION = "out_of_proportion"
    INCONSISTENT = "inconsistent"
    TOO_MANY_GOALS = "too_many_goals"


@dataclass(frozen=True, slots=True)
class Found:
    """A pitfall: the ids that show it, and of how many rows looked at."""

    pitfall: Pitfall
    rows: tuple[str, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Praise:
    """A recognition in public, its day, and whether the win it cites counts."""

    id: str
    day: date
    counted: bool


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Something done every so many working days; `last` done on that day, or begun when never.

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
    wins: Iterable[WinRow], goals: Iterable[ActiveGoal], today: date
) -> Found | None:
    """Half or more of five wins or more in four weeks do not count; or goals serve nothing.

    Rows: those wins, newest first, and the active goals with "no objective yet".
    """
    raise NotImplementedError


def out_of_proportion(praises: Iterable[Praise], today: date) -> Found | None:
    """Three or more public recognitions in four weeks, half or more of all, cite no counted win."""
    raise NotImplementedError


def inconsistent(rhythms: Iterable[Rhythm], calendar: Calendar, today: date) -> Found | None:
    """Some rhythm has a gap of more than twice its own length; a review, of more than once.

    Working days count, days off and paused days do not, and neither does today. Rows: `what`.
    """
    raise NotImplementedError


def too_many_goals(goals: Iterable[ActiveGoal], limit: int, today: date) -> Found | None:
    """More active goals than the limit; or more than three with two or more overdue."""
    raise NotImplementedError
