"""When a plan is due: once, or repeatedly until its last day (R19, R23).

Everything is counted in days, so that a change of the clock or of the phone's zone neither doubles
nor drops an occurrence. The time of day is added only when a moment is needed.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import islice

from webapp.rules.shared.moments import moment_at
from webapp.rules.shared.workdays import weekdays_in

MIDNIGHT = 24 * 60


class Every(StrEnum):
    """How often a plan is due."""

    ONCE = "once"
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"


@dataclass(frozen=True, slots=True)
class Schedule:
    """How often a plan is due, and on which days.

    weekdays: bit 0 is Monday; 0 means every day of a daily plan, and the weekday of the last day
    of a weekly one. month_day: 1-31, in shorter months their last day; None means the day of the
    month of the last day. time_of_day: minutes after midnight; None means any time of the day.
    """

    every: Every = Every.ONCE
    weekdays: int = 0
    month_day: int | None = None
    time_of_day: int | None = None

    @property
    def recurs(self) -> bool:
        """Return whether there is more than one occurrence."""
        return self.every is not Every.ONCE


def occurrences(schedule: Schedule, first: date, last: date) -> Iterator[date]:
    """Return the days from `first` to `last`, both included, on which the plan is due, in order."""
    if not schedule.recurs:  # its day may be far away, so do not go day by day
        return iter([last] if first <= last else [])
    days = (first + timedelta(days=ahead) for ahead in range((last - first).days + 1))
    return (day for day in days if _falls_on(schedule, day, last))


def open_occurrence(schedule: Schedule, last: date, today: date) -> date:
    """Return the next day that the plan is due, today included; after its end, the last one."""
    coming = next(occurrences(schedule, today, last), None)
    return coming or next(recent_occurrences(schedule, date.min, last, last, 1), last)


def recent_occurrences(
    schedule: Schedule, first: date, last: date, today: date, count: int
) -> Iterator[date]:
    """Return the latest `count` days on which it was due, `first` to `today`, newest first."""
    end = min(last, today)
    days = (end - timedelta(days=ago) for ago in range((end - first).days + 1))
    return islice((day for day in days if _falls_on(schedule, day, last)), count)


def due_moment(day: date, time_of_day: int | None, day_start: int, zone: str) -> int:
    """Return the moment (ms) by which what is due on `day` must be done, in `zone`.

    Without a time of day that is when the next day starts (day_start: minutes after midnight). A
    local time that a clock change skips is the moment it would have been; of one that a change
    repeats it is the first.
    """
    minutes = MIDNIGHT + day_start if time_of_day is None else time_of_day
    ahead, minutes = divmod(minutes, MIDNIGHT)
    wall_clock = f"{day + timedelta(days=ahead)}T{minutes // 60:02}:{minutes % 60:02}"
    return moment_at(wall_clock, zone).instant


def _falls_on(schedule: Schedule, day: date, last: date) -> bool:
    match schedule.every:
        case Every.ONCE:
            return day == last
        case Every.DAILY:
            return not schedule.weekdays or day.weekday() in weekdays_in(schedule.weekdays)
        case Every.WEEKLY:
            chosen = weekdays_in(schedule.weekdays) or {last.weekday()}
            return day.weekday() in chosen
        case Every.MONTHLY:
            wanted = schedule.month_day or last.day
            return day.day == min(wanted, monthrange(day.year, day.month)[1])
