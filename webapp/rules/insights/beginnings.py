"""How far the check-ins are from the first sentence about confidence (R38)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from webapp.rules.insights.trends import EARLY, Standing, Trend
from webapp.rules.insights.weeks import ENOUGH_ANSWERS, Answer, week_of

SUNDAY = 6


class ThisWeek(StrEnum):
    """What the running week needs to count, with one check-in a day."""

    COUNTS = "counts"  # once it is over
    ONE_MORE = "one_more"
    TWO_MORE = "two_more"
    TOO_LATE = "too_late"


@dataclass(frozen=True, slots=True)
class Beginning:
    """What there is and what is missing while too few weeks count.

    counted: weeks, of `needed`; answers: so far; days: until enough weeks count at the present
    pace, None when they never do; ends_today: today is the last day of the running week;
    answered_today: today has a check-in.
    """

    counted: int
    needed: int
    answers: int
    days: int | None
    week: ThisWeek
    ends_today: bool
    answered_today: bool

    @property
    def missing(self) -> int:
        """How many weeks are still needed."""
        return self.needed - self.counted


def beginning_of(trend: Trend, answers: Sequence[Answer], today: date) -> Beginning | None:
    """Return how far these answers to the judged scale are; None when enough weeks count."""
    if trend.standing is not Standing.COLLECTING:
        return None
    days = {answer.day for answer in answers}
    return Beginning(
        len(trend.means),
        EARLY,
        len(answers),
        trend.missing.days if trend.missing else None,
        _this_week(answers, today, today in days),
        today.weekday() == SUNDAY,
        today in days,
    )


def _this_week(answers: Sequence[Answer], today: date, answered_today: bool) -> ThisWeek:
    running = week_of(today)
    needed = ENOUGH_ANSWERS - sum(week_of(answer.day) == running for answer in answers)
    if needed <= 0:
        return ThisWeek.COUNTS
    left = SUNDAY - today.weekday() + (not answered_today)
    if needed > left:
        return ThisWeek.TOO_LATE
    return ThisWeek.ONE_MORE if needed == 1 else ThisWeek.TWO_MORE
