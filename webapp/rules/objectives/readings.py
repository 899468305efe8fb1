"""What an indicator says now: its newest value beside an earlier one, and when one is due (R25)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from webapp.rules.objectives.indicators import Value, rates

KEPT = timedelta(weeks=2)  # with a value in the last two weeks an indicator is still kept
WEEKLY = timedelta(days=10)  # between two values of somebody who gives one each week


class Course(StrEnum):
    """Where the newest value lies beside the earlier one; better or worse is not said."""

    UP = "up"
    DOWN = "down"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Headline:
    """The newest value as it was given, and the first of the same kind.

    before: what the newest value is compared with, a rate in per cent where it is_rate; now: the
    newest in the same way. since: the day of `before`. All three are None with one value.
    """

    newest: Value
    is_rate: bool
    now: float
    before: float | None = None
    since: date | None = None

    @property
    def course(self) -> Course | None:
        """Return how it changed, None when there is nothing to compare with."""
        if self.before is None:
            return None
        if self.now == self.before:
            return Course.SAME
        return Course.UP if self.now > self.before else Course.DOWN


def headline(values: Sequence[Value]) -> Headline | None:
    """Return the headline of values, oldest first, or None without one."""
    if not values:
        return None
    rated = rates(values)
    compared = rated or values
    first, last = compared[0], compared[-1]
    if len(compared) == 1:
        return Headline(values[-1], bool(rated), last.value)
    return Headline(values[-1], bool(rated), last.value, first.value, first.day)


def kept_between(today: date) -> tuple[date, date]:
    """Return (first day, day after the last) of the newest value of what is due this week."""
    monday = today - timedelta(days=today.weekday())
    return monday - KEPT, monday


def is_weekly(newest: date, before: date | None) -> bool:
    """Return whether the last two values, of these days, are of somebody who gives one a week."""
    return before is not None and newest - before <= WEEKLY
