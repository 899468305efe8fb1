"""Reviews: when they are held, and their three steps (R35)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from webapp.rules.shared.moments import DAY
from webapp.rules.shared.problems import N_, Invalid, Problem

FRIDAY = 4
EVERY = (1, 2, 4)  # weeks
MINUTES = (10, 15, 20, 30, 45, 60)
WORKING_DAYS_A_WEEK = 5
LEFT_OPEN = DAY  # ms after which a review that nobody ends has ended


class ReviewStep(StrEnum):
    """The three steps, in their order."""

    PROGRESS = "progress"
    OBSTACLES = "obstacles"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class ReviewSchedule:
    """When reviews are held, and for how long.

    weekday: Monday is 0; every: weeks; minutes: how long; time: minutes after midnight.
    """

    weekday: int = FRIDAY
    every: int = 1
    minutes: int = 15
    time: int = 16 * 60

    @property
    def working_days(self) -> int:
        """Working days from one review to the next."""
        return self.every * WORKING_DAYS_A_WEEK


@dataclass(frozen=True, slots=True)
class Due:
    """The day of the next review; overdue: that day has passed."""

    day: date
    overdue: bool


def next_review(plan: ReviewSchedule, last: date | None, began: date, today: date) -> Due:
    """Return when a review is due: on the weekday, `every` weeks after that of the last one.

    last: the day of the last finished review; `began`, the day of the first win, replaces it before
    there is one, so that nobody is late on their first day.
    """
    # A review on Thursday instead of Friday counts for this week, one on Monday for last week.
    nearest = _weekday_from((last or began) - timedelta(days=3), plan.weekday)
    day = nearest + timedelta(weeks=plan.every)
    return Due(day, day < today)


def ended_at(started: int, finished: int | None, now: int) -> int | None:
    """Return when a review ended, None while it goes on; all in ms.

    One that is left open ends by itself (R35): nobody has to come back for it.
    """
    if finished is not None:
        return finished
    return started + LEFT_OPEN if now >= started + LEFT_OPEN else None


def parse_review_schedule(form: Mapping[str, Any]) -> ReviewSchedule:
    """Return the schedule that a form gives, or raise Invalid.

    form: weekday, every, minutes, and time as "16:00".
    """
    problems: list[Problem] = []
    weekday = _one_of(form, "weekday", range(7), N_("Choose a day of the week."), problems)
    every = _one_of(form, "every", EVERY, N_("Choose every week, 2 weeks or 4 weeks."), problems)
    minutes = _one_of(form, "minutes", MINUTES, N_("Choose how long it takes."), problems)
    time = _time(str(form.get("time", "")), problems)
    if problems:
        raise Invalid(*problems)
    return ReviewSchedule(weekday, every, minutes, time)


def _weekday_from(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def _one_of(
    form: Mapping[str, Any], field: str, allowed: Any, says: str, problems: list[Problem]
) -> int:
    given = str(form.get(field, ""))
    if given in {str(value) for value in allowed}:
        return int(given)
    problems.append(Problem(field, says))
    return 0


def _time(given: str, problems: list[Problem]) -> int:
    hours, _, minutes = given.partition(":")
    if _under(hours, 24) and _under(minutes, 60):
        return int(hours) * 60 + int(minutes)
    problems.append(Problem("time", N_("Give the time as hours and minutes, such as 16:00.")))
    return 0


def _under(digits: str, limit: int) -> bool:
    return len(digits) == 2 and digits.isascii() and digits.isdecimal() and int(digits) < limit
