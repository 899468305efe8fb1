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
    """The last working days, oldest first: 14, or fewer for a newcomer or after a long pause.

    day_off: an earlier day off since the oldest dot has a win. today_off: today has no dot.
    """

    dots: tuple[Dot, ...]
    day_off: bool
    today_off: bool

    @property
    def won(self) -> int:
        """How many of them have a win."""
        return sum(dot.won for dot in self.dots)


def momentum(
    win_days: Collection[date], calendar: Calendar, today: date, first: date | None
) -> Momentum:
    """Return the dots up to and including `today`.

    A day off or paused has no dot, even with a win. first: the day of the first win, None without
    one; no day before it has a dot, since nobody could miss it.
    """
    since = min(first or today, today)
    days = min((today - since).days + 1, FURTHEST_BACK)
    back = [today - timedelta(days=ago) for ago in range(days)]
    newest_first = list(islice((day for day in back if calendar.works(day)), DOTS))
    oldest = newest_first[-1] if len(newest_first) == DOTS else since
    day_off = any(oldest <= day < today and not calendar.works(day) for day in win_days)
    dots = tuple(Dot(day, day in win_days) for day in reversed(newest_first))
    return Momentum(dots, day_off, today_off=not calendar.works(today))
