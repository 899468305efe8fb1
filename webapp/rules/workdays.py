"""Days of the week as one number, and which days count (R7, R10)."""

from collections.abc import Container, Iterable, Iterator
from datetime import date, timedelta

from webapp.rules.problems import N_, Invalid, Problem

WORKDAYS = 0b0011111  # Monday to Friday; bit 0 is Monday
CHECKIN_DAYS = 0b0010101  # Monday, Wednesday, Friday
LONGEST_LOOK_BACK = 366  # days


def weekdays_in(mask: int) -> frozenset[int]:
    """The weekdays (Monday is 0) whose bits are set in `mask`."""
    return frozenset(day for day in range(7) if mask >> day & 1)


def mask_of(weekdays: Iterable[int]) -> int:
    """The number that weekdays_in reads as these weekdays."""
    return sum(1 << day for day in set(weekdays))


def parse_weekdays(field: str, values: Iterable[object]) -> int:
    """The mask of weekdays given as "0" (Monday) to "6", or Invalid; none at all is fine."""
    given = list(values)
    if any(value not in list("0123456") for value in given):
        raise Invalid(Problem(field, N_("Choose days of the week.")))
    return mask_of(int(str(value)) for value in given)


def last_workdays(today: date, count: int, mask: int, away: Container[date]) -> list[date]:
    """The last `count` working days up to and with `today`, oldest first; `away` are left out.

    `today` itself always counts. Looks back a year at the most.
    """
    days = [day for day in _back_from(today) if day == today or _works(day, mask, away)]
    return days[:count][::-1]


def _back_from(today: date) -> Iterator[date]:
    return (today - timedelta(days=ago) for ago in range(LONGEST_LOOK_BACK))


def _works(day: date, mask: int, away: Container[date]) -> bool:
    return bool(mask >> day.weekday() & 1) and day not in away
