"""The days that the form of a plan offers at one tap."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from webapp.rules.shared.workdays import weekdays_in

WEEK = timedelta(days=7)


class Offer(StrEnum):
    """Why a day is offered."""

    WEEK_END = "week_end"
    WEEK = "week"
    FORTNIGHT = "fortnight"


@dataclass(frozen=True, slots=True)
class OfferedDay:
    """A day that is offered as the due day of a plan."""

    day: date
    offer: Offer


def offered_days(today: date, workdays: int) -> list[OfferedDay]:
    """Return the end of the working week, the day in a week and the day in two, in this order.

    workdays: a mask, bit 0 is Monday. Without working days no week ends.
    """
    end = week_end(today, workdays)
    ends = [OfferedDay(end, Offer.WEEK_END)] if end else []
    later = [(WEEK, Offer.WEEK), (2 * WEEK, Offer.FORTNIGHT)]
    return ends + [OfferedDay(today + ahead, offer) for ahead, offer in later]


def usual_day(today: date, workdays: int) -> date:
    """Return the day that a new plan starts with: the first that is offered and is not today."""
    return next(one.day for one in offered_days(today, workdays) if one.day > today)


def week_end(today: date, workdays: int) -> date | None:
    """Return the next last day of a working week from `today` on, None without working days.

    It is the working day with the most days off behind it: Friday for Monday to Friday, Thursday
    for Sunday to Thursday; of several the latest of the week that begins on Monday.
    """
    days = weekdays_in(workdays)
    if not days:
        return None
    last = max(days, key=lambda day: (_days_until_next(day, days), day))
    return today + timedelta(days=(last - today.weekday()) % 7)


def _days_until_next(day: int, days: frozenset[int]) -> int:
    return next(ahead for ahead in range(1, 8) if (day + ahead) % 7 in days)
