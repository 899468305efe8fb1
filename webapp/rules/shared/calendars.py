"""Which days a person works: their weekdays without days off and pauses (R7, R10, R43)."""

from dataclasses import dataclass
from datetime import date, timedelta

WORKING_DAYS = frozenset(range(5))  # Monday is 0


@dataclass(frozen=True, slots=True)
class Pause:
    """The days from `first` to `last`, both included, on which nothing is expected.

    An open end is date.max.
    """

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Calendar:
    """A person's working weekdays (Monday is 0), single days off and pauses."""

    weekdays: frozenset[int] = WORKING_DAYS
    days_off: frozenset[date] = frozenset()
    pauses: tuple[Pause, ...] = ()

    def works(self, day: date) -> bool:
        """Return whether the person works on this day."""
        return (
            day.weekday() in self.weekdays
            and day not in self.days_off
            and not any(pause.first <= day <= pause.last for pause in self.pauses)
        )

    def working_days(self, first: date, last: date) -> int:
        """Return the number of working days from `first` to `last`, both included.

        It is computed, not counted day by day: a span of decades costs as much as a week.
        """
        away = _united(self.pauses, first, last)
        days = _weekdays_between(self.weekdays, first, last)
        days -= sum(_weekdays_between(self.weekdays, pause.first, pause.last) for pause in away)
        off = [day for day in self.days_off if first <= day <= last]
        return days - sum(
            day.weekday() in self.weekdays
            and not any(pause.first <= day <= pause.last for pause in away)
            for day in off
        )

    def has_more_working_days(self, than: int, after: date, until: date) -> bool:
        """Return whether there are more than `than` working days after `after` up to `until`."""
        return after < until and self.working_days(after + timedelta(days=1), until) > than


def _weekdays_between(weekdays: frozenset[int], first: date, last: date) -> int:
    weeks, days = divmod(max((last - first).days + 1, 0), 7)
    begins = first.weekday()
    return weeks * len(weekdays) + sum((begins + ahead) % 7 in weekdays for ahead in range(days))


def _united(pauses: tuple[Pause, ...], first: date, last: date) -> list[Pause]:
    # The pauses within a span, so that no day is in two of them.
    united: list[Pause] = []
    for pause in sorted(pauses, key=lambda pause: pause.first):
        begins, ends = max(pause.first, first), min(pause.last, last)
        if united:
            begins = max(begins, united[-1].last + timedelta(days=1))
        if begins <= ends:
            united.append(Pause(begins, ends))
    return united
