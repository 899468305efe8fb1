"""How often wins are meant to be noted, and whether a day asks for one (R46, R47)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from webapp.rules.goals.cadences import Cadence, Frequency
from webapp.rules.goals.due_days import week_end
from webapp.rules.shared.workdays import weekdays_in

SPANS = {Frequency.DAILY: 1, Frequency.WEEKLY: 7, Frequency.MONTHLY: 28}  # days


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often a kind of win or an objective is meant to see something, and when it last did.

    subject: the kind or the id of the objective. last: the day of its last win.
    """

    subject: str
    cadence: Cadence
    last: date | None = None

    def is_done(self, day: date) -> bool:
        """Return whether something was noted for it that counts on a day."""
        span = timedelta(days=SPANS[self.cadence.every])
        return self.last is not None and self.last > day - span

    def falls_on(self, day: date, workdays: int) -> bool:
        """Return whether a day asks for it: one of its weekdays, else the last working day.

        workdays: a mask, bit 0 is Monday.
        """
        if self.cadence.every is Frequency.MONTHLY:
            return day == _last_of_month(day, workdays)
        if self.cadence.weekdays:
            return day.weekday() in weekdays_in(self.cadence.weekdays)
        if self.cadence.every is Frequency.DAILY:
            return day.weekday() in weekdays_in(workdays)
        return day == week_end(day, workdays)


def rhythms_on(day: date, rhythms: Iterable[Rhythm], workdays: int) -> list[Rhythm]:
    """Return those that a day asks for; workdays: a mask, bit 0 is Monday."""
    return [one for one in rhythms if one.falls_on(day, workdays)]


def _last_of_month(day: date, workdays: int) -> date | None:
    after = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    days = (after - timedelta(days=ago) for ago in range(1, 8))
    return next((one for one in days if one.weekday() in weekdays_in(workdays)), None)
