"""Which days a person works: their weekdays without days off and pauses (R7, R10, R43)."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
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
    _away: "_Away" = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Order the days off and pauses once: pages ask about a thousand spans."""
        off = (Pause(day, day) for day in self.days_off)
        object.__setattr__(self, "_away", _away(self.weekdays, [*self.pauses, *off]))

    def works(self, day: date) -> bool:
        """Return whether the person works on this day."""
        return day.weekday() in self.weekdays and not self._away.holds(day)

    def working_days(self, first: date, last: date) -> int:
        """Return the number of working days from `first` to `last`, both included.

        It is computed, not counted day by day: a span of decades costs as much as a week, and a
        hundred pauses hardly more than one.
        """
        if first > last:
            return 0
        days = _weekdays_between(self.weekdays, first, last)
        return days - (self._away.until(last) - self._away.until(first, included=False))

    def has_more_working_days(self, than: int, after: date, until: date) -> bool:
        """Return whether there are more than `than` working days after `after` up to `until`."""
        return after < until and self.working_days(after + timedelta(days=1), until) > than


@dataclass(frozen=True, slots=True)
class _Away:
    """Spans of days on which nothing is expected, in order and apart from each other.

    days: how many working weekdays lie in the spans before each, and in all.
    """

    weekdays: frozenset[int]
    firsts: tuple[date, ...]
    lasts: tuple[date, ...]
    days: tuple[int, ...]

    def holds(self, day: date) -> bool:
        """Return whether a day is in one of them."""
        at = bisect_left(self.lasts, day)
        return at < len(self.firsts) and self.firsts[at] <= day

    def until(self, day: date, *, included: bool = True) -> int:
        """Return how many working weekdays of the spans lie before a day, or up to it."""
        at = bisect_left(self.lasts, day)  # the spans before it are over on that day
        before = self.days[at]
        if at == len(self.firsts) or self.firsts[at] > day:
            return before
        since = _weekdays_between(self.weekdays, self.firsts[at], day)
        return before + since - (not included and day.weekday() in self.weekdays)


def _away(weekdays: frozenset[int], pauses: Iterable[Pause]) -> _Away:
    # The pauses, so that no day is in two of them.
    firsts: list[date] = []
    lasts: list[date] = []
    days = [0]
    for pause in sorted(pauses, key=lambda pause: pause.first):
        if lasts and pause.last <= lasts[-1]:
            continue
        begins = max(pause.first, lasts[-1] + timedelta(days=1)) if lasts else pause.first
        if begins <= pause.last:
            firsts.append(begins)
            lasts.append(pause.last)
            days.append(days[-1] + _weekdays_between(weekdays, begins, pause.last))
    return _Away(weekdays, tuple(firsts), tuple(lasts), tuple(days))


def _weekdays_between(weekdays: frozenset[int], first: date, last: date) -> int:
    weeks, days = divmod(max((last - first).days + 1, 0), 7)
    begins = first.weekday()
    return weeks * len(weekdays) + sum((begins + ahead) % 7 in weekdays for ahead in range(days))
