"""Which days a person works: their weekdays without days off and pauses (R7, R10, R43)."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

WORKING_DAYS = frozenset(range(5))  # Monday is 0


@dataclass(frozen=True, slots=True)
class Pause:
    """From `first` to `last`, both included, nothing is expected; an open end is date.max."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Calendar:
    """A person's working weekdays (Monday is 0), single days off and pauses."""

    weekdays: frozenset[int] = WORKING_DAYS
    days_off: frozenset[date] = frozenset()
    pauses: tuple[Pause, ...] = ()

    def works(self, day: date) -> bool:
        """Whether something can be expected on this day."""
        return (
            day.weekday() in self.weekdays
            and day not in self.days_off
            and not any(pause.first <= day <= pause.last for pause in self.pauses)
        )

    def has_more_working_days(self, than: int, after: date, until: date) -> bool:
        """Whether more than so many lie after the day `after`, up to and including `until`."""
        days = (after + timedelta(days=ahead) for ahead in range(1, (until - after).days + 1))
        working = (day for day in days if self.works(day))
        return any(islice(working, than, None))  # years are not counted to their end
