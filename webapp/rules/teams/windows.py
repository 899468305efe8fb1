"""Windows of team confidence: four ISO weeks each, the same for everybody (R36)."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from webapp.rules.shared.moments import DAY, FURTHEST_OFFSET, MINUTE

FIRST = date(2026, 1, 26)  # a Monday, on which window 0 begins
LENGTH = timedelta(weeks=4)
WAIT = timedelta(days=7)  # from the last day of a window to its publishing
LATEST_DAY_START = 12 * 60  # minutes after midnight


@dataclass(frozen=True, slots=True)
class Window:
    """The window with this number: the days from `first` to `last`, both of them in it."""

    number: int
    first: date
    last: date

    @property
    def due(self) -> date:
        """Return the day from whose 00:00 UTC on it may be published."""
        return self.last + WAIT


def window(number: int) -> Window:
    """Return the window with this number, which may be negative."""
    first = FIRST + number * LENGTH
    return Window(number, first, first + LENGTH - timedelta(days=1))


def window_of(day: date) -> int:
    """Return the number of the window that an answer of this local day belongs to."""
    return (day - FIRST) // LENGTH


def last_due(now: int) -> int:
    """Return the number of the newest window that may be published at `now` (ms)."""
    return window_of(_utc_day(now) - WAIT + timedelta(days=1)) - 1


def first_ahead(now: int) -> int:
    """Return the number of the first window that has begun nowhere on earth at `now` (ms).

    What a person or a lead chooses takes effect with it, so that nobody's answers of a window were
    given under another choice.
    """
    return window_of(_utc_day(now + FURTHEST_OFFSET * MINUTE)) + 1


def first_open(now: int) -> int:
    """Return the number of the first window that is not over everywhere on earth at `now` (ms).

    Who leaves a team was not in it to the end of this window, nor of any later one.
    """
    return window_of(_utc_day(now - (FURTHEST_OFFSET + LATEST_DAY_START) * MINUTE))


def _utc_day(instant: int) -> date:
    return datetime.fromtimestamp(instant // DAY * DAY / 1000, UTC).date()
