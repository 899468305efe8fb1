"""The days on which the made-up person works, counted back from now."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from webapp.rules.shared.moments import DAY_START, Moment, moment_in, zone_info
from webapp.rules.shared.workdays import WORKDAYS, mask_of, weekdays_in

WEEKS = 12


@dataclass(frozen=True, slots=True)
class DemoCalendar:
    """now: ms; zone: that of the phone; days: the working days of twelve weeks before today."""

    now: int
    zone: str
    today: date
    workdays: int
    days: tuple[date, ...]

    @property
    def checkin_days(self) -> int:
        """The mask of three working days; today is none, so that nothing is asked yet."""
        return mask_of(self.days[-back].weekday() for back in (1, 3, 4))

    def at(self, day: date, minutes: int) -> Moment:
        """Return the moment so many minutes after midnight of a day, in the phone's zone."""
        clock = datetime.combine(day, time(), zone_info(self.zone)) + timedelta(minutes=minutes)
        return moment_in(self.zone, round(clock.timestamp() * 1000))


def calendar_of(now: int, zone: str) -> DemoCalendar:
    """Return the calendar of a person in `zone` at `now` (ms).

    On a weekend it is that of somebody who works on this day, so that there is always a today.
    """
    today = moment_in(zone, now).day(DAY_START)
    workdays = WORKDAYS
    if today.weekday() not in weekdays_in(WORKDAYS):
        workdays = mask_of((today.weekday() - back) % 7 for back in range(5))
    before = [today - timedelta(days=ago) for ago in range(7 * WEEKS, 0, -1)]
    days = tuple(day for day in before if day.weekday() in weekdays_in(workdays))
    return DemoCalendar(now, zone, today, workdays, days)
