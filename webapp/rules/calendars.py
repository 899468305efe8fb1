"""Which days a person works: their weekdays without days off and pauses (R7, R10, R43)."""

from dataclasses import dataclass
from datetime import date, timedelta

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

    def working_days(self, after: date, until: date) -> int:
        """How many working days lie after the day `after`, up to and including `until`."""
        days = range(1, (until - after).days + 1)
        return sum(self.works(after + timedelta(days=ahead)) for ahead in days)
