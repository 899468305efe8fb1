"""Weeks of check-ins, and which of them count (R38).

A week is an ISO 8601 week, Monday to Sunday, so that one over New Year is one week. It counts with
two answers or more to one scale; one mean never mixes answers to different scales.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil

ENOUGH_ANSWERS = 2  # in one week
JUDGED_WEEKS = 12
PACE_WEEKS = 8


@dataclass(frozen=True, slots=True)
class Answer:
    """One check-in: the local day it counts for, its rating 0-10, and the scale it answers."""

    day: date
    value: int
    scale_id: str


@dataclass(frozen=True, slots=True, order=True)
class Week:
    """An ISO week: its year (not always that of its days) and its number, 1 to 53."""

    year: int
    number: int

    @property
    def monday(self) -> date:
        """Its first day."""
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def index(self) -> int:
        """Its number among all weeks; neighbours differ by one, over New Year too."""
        return self.monday.toordinal() // 7


@dataclass(frozen=True, slots=True)
class WeeklyMean:
    """A counted week: the mean of its `count` answers (two or more) to one scale."""

    week: Week
    mean: float
    count: int


@dataclass(frozen=True, slots=True)
class Missing:
    """What is missing until more can be said.

    weeks: counted weeks that are still needed; answers: what one week needs; days: from today until
    there are that many weeks at the present pace, None when that pace is 0.
    """

    weeks: int
    answers: int
    days: int | None


def week_of(day: date) -> Week:
    """Return the ISO week of a day."""
    year, number, _ = day.isocalendar()
    return Week(year, number)


def current_scale(answers: Iterable[Answer]) -> str | None:
    """Return the scale of the latest answer, which is judged, or None without answers."""
    latest = max(answers, key=lambda answer: answer.day, default=None)
    return latest.scale_id if latest else None


def weekly_means(answers: Iterable[Answer], scale_id: str | None, today: date) -> list[WeeklyMean]:
    """Return the counted weeks of one scale, oldest first.

    The week of `today` is not over, so it is not included.
    """
    values: defaultdict[Week, list[int]] = defaultdict(list)
    for answer in answers:
        if answer.scale_id == scale_id:
            values[week_of(answer.day)].append(answer.value)
    running = week_of(today)
    return [
        WeeklyMean(week, sum(given) / len(given), len(given))
        for week, given in sorted(values.items())
        if len(given) >= ENOUGH_ANSWERS and week < running
    ]


def judged_weeks(means: Sequence[WeeklyMean]) -> Sequence[WeeklyMean]:
    """Return the last twelve counted weeks; empty weeks between them do not count."""
    return means[-JUDGED_WEEKS:]


def what_is_missing(
    means: Sequence[WeeklyMean], since: date | None, today: date, needed: int
) -> Missing | None:
    """Return what is missing until `needed` weeks count, or None when they do.

    since: the day of the first answer to this scale, None without one. Pace: the share of the last
    eight finished weeks that count, since then; before the first week is finished, one counted week
    a week.
    """
    weeks = needed - len(means)
    if weeks <= 0:
        return None
    pace = _pace(means, since or today, week_of(today))
    return Missing(weeks, ENOUGH_ANSWERS, _days(weeks, pace, today) if pace else None)


def _pace(means: Sequence[WeeklyMean], since: date, running: Week) -> Fraction:
    """Return the counted weeks per week."""
    looked_at = min(running.index - week_of(since).index, PACE_WEEKS)
    if looked_at <= 0:
        return Fraction(1)
    counted = sum(running.index - mean.week.index <= looked_at for mean in means)
    return Fraction(counted, looked_at)


def _days(weeks: int, pace: Fraction, today: date) -> int:
    """Return the days until that many more weeks count, which happens on a Monday."""
    return 7 * ceil(weeks / pace) - today.weekday()
