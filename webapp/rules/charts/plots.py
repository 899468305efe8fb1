"""From days and ratings to positions in a chart, in the units of its view box."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from webapp.rules.capture.checkins import HIGHEST
from webapp.rules.insights.weeks import week_of

FEWEST_WEEKS = 4


@dataclass(frozen=True, slots=True)
class Frame:
    """The size of a chart and the margins of its plot; mirrored: read from right to left."""

    width: float = 320
    height: float = 200
    start: float = 28  # room for the labels of the scale, where reading starts
    end: float = 8
    top: float = 8
    bottom: float = 36  # room for wins and dates
    mirrored: bool = False

    @property
    def left(self) -> float:
        """The left edge of the plot, in either direction."""
        return self.end if self.mirrored else self.start

    @property
    def right(self) -> float:
        """The right edge of the plot."""
        return self.width - (self.start if self.mirrored else self.end)


PHONE = Frame()


@dataclass(frozen=True, slots=True)
class Span:
    """The days that a chart shows, from a Monday to a Sunday."""

    first: date
    last: date

    @classmethod
    def of(cls, days: Sequence[date], today: date) -> "Span":
        """Return whole weeks, at least four, that contain `days` and end with that of `today`."""
        last = week_of(today).monday + timedelta(days=6)
        first = week_of(min(days, default=today)).monday
        return cls(min(first, last - timedelta(days=7 * FEWEST_WEEKS - 1)), last)

    @property
    def days(self) -> int:
        """How many days there are."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Plot:
    """Turns days and ratings into positions."""

    frame: Frame
    span: Span

    def x(self, day: date, part: float = 0.5) -> float:
        """Return the x of a day: of its middle, or of another part of it."""
        room = self.frame.width - self.frame.start - self.frame.end
        along = ((day - self.span.first).days + part) / self.span.days
        return self._turned(self.frame.start + room * along)

    def y(self, value: float) -> float:
        """Return the y of a rating; 10 is at the top."""
        room = self.frame.height - self.frame.top - self.frame.bottom
        return round(self.frame.top + room * (1 - value / HIGHEST), 1)

    @property
    def x_of_scale(self) -> float:
        """Where the labels of the scale end."""
        return self._turned(self.frame.start - 6)

    @property
    def y_of_wins(self) -> float:
        """The row of days with wins, between the plot and its dates."""
        return round(self.frame.height - self.frame.bottom + 10, 1)

    def _turned(self, x: float) -> float:
        return round(self.frame.width - x if self.frame.mirrored else x, 1)
