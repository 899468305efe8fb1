"""Momentum instead of streaks: days with a win in the last 14 working days (R7)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from webapp.rules.shared.calendars import Calendar

DOTS = 14
FURTHEST_BACK = 366  # days; a pause of a year leaves fewer dots


@dataclass(frozen=True, slots=True)
class Dot:
    """One working day, and whether it has a win."""

    day: date
    won: bool


@dataclass(frozen=True, slots=True)
class Momentum:
    """The last working days, oldest first: 14, or fewer after a pause of about a year."""

    dots: tuple[Dot, ...]

    @property
    def won(self) -> int:
        """How many of them have a win."""
        return sum(dot.won for dot in self.dots)


def momentum(win_days: Collection[date], calendar: Calendar, today: date) -> Momentum:
    """Return the dots up to and including `today`.

    A day off or paused has no dot, even with a win.
    """
    back = (today - timedelta(days=ago) for ago in range(FURTHEST_BACK))
    newest_first = list(islice((day for day in back if calendar.works(day)), DOTS))
    return Momentum(tuple(Dot(day, day in win_days) for day in reversed(newest_first)))
