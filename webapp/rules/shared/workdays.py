"""Days of the week as a bit mask, as they are stored."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from webapp.rules.shared.problems import N_, Invalid, Problem

WORKDAYS = 0b0011111  # Monday to Friday; bit 0 is Monday
CHECKIN_DAYS = 0b0010101  # Monday, Wednesday, Friday


@dataclass(frozen=True, slots=True)
class WorkingWeek:
    """The masks of a new person: the days they work, and those on which confidence is asked."""

    workdays: int = WORKDAYS
    checkin_days: int = CHECKIN_DAYS


MONDAY_TO_FRIDAY = WorkingWeek()


def working_week(first: int, last: int) -> WorkingWeek:
    """Return the working week beside a weekend from day `first` to day `last` (Monday is 0).

    Confidence is asked on the first, third and fifth working day after the weekend.
    """
    days = [(last + ahead) % 7 for ahead in range(1, 8 - (last - first) % 7 - 1)]
    return WorkingWeek(mask_of(days), mask_of(days[:5:2]))


@lru_cache(maxsize=128)  # Today asks four times, at 2 µs
def weekdays_in(mask: int) -> frozenset[int]:
    """Return the weekdays (Monday is 0) whose bits are set in `mask`."""
    return frozenset(day for day in range(7) if mask >> day & 1)


def mask_of(weekdays: Iterable[int]) -> int:
    """Return the mask of these weekdays (Monday is 0)."""
    return sum(1 << day for day in set(weekdays))


def parse_weekdays(field: str, values: Iterable[object]) -> int:
    """Return the mask of weekdays given as "0" (Monday) to "6", or raise Invalid; none is valid."""
    given = list(values)
    if any(value not in list("0123456") for value in given):
        raise Invalid(Problem(field, N_("Choose days of the week.")))
    return mask_of(int(str(value)) for value in given)
