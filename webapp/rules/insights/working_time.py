"""Working time between two moments (R40): the hours of a working day, on working days."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, tzinfo
from functools import lru_cache

from webapp.rules.shared.calendars import Calendar
from webapp.rules.shared.moments import zone_info

MORNING, EVENING = 9 * 60, 17 * 60  # minutes after midnight
MINUTE = 60 * 1000  # ms
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """When a person works: the days, from `starts` to `ends` (minutes after midnight), the zone.

    zone: as zone_info reads it. A working day has (ends - starts) minutes, 480 by default; hours
    past midnight are not supported.
    """

    zone: str
    calendar: Calendar = field(default_factory=Calendar)
    starts: int = MORNING
    ends: int = EVENING

    @property
    def minutes_a_day(self) -> int:
        """The minutes of one working day."""
        return self.ends - self.starts


def working_minutes(since: int, until: int, hours: WorkingHours) -> int:
    """Return the working minutes from `since` to `until` (ms), rounded down.

    0 when they are reversed. A day on which the clock changes has the minutes that its working
    hours really had.
    """
    zone = zone_info(hours.zone)
    first, last = (datetime.fromtimestamp(moment / 1000, zone).date() for moment in (since, until))
    if first > last:
        return 0
    worked = sum(
        _worked(day, since, until, hours, zone)
        for day in {first, last}
        if hours.calendar.works(day)
    )
    return worked // MINUTE + _minutes_between(first, last, hours, zone)


def _minutes_between(first: date, last: date, hours: WorkingHours, zone: tzinfo) -> int:
    # Of the whole days between two: by arithmetic, and day by day where the clock changes.
    after, before = first + DAY, last - DAY
    minutes = hours.calendar.working_days(after, before) * hours.minutes_a_day
    for year in range(after.year, before.year + 1):
        for day in _days_of_change(hours.zone, year):
            worked = day.weekday() in hours.calendar.weekdays  # mostly it is a Sunday
            if worked and after <= day <= before and hours.calendar.works(day):
                minutes += _length(day, hours, zone) - hours.minutes_a_day
    return minutes


@lru_cache(maxsize=256)
def _days_of_change(zone: str, year: int) -> tuple[date, ...]:
    """Return the days of a year on which the clock of a zone changes."""
    where = zone_info(zone)
    start = datetime(year, 1, 1, tzinfo=where)
    offsets = [(start + DAY * ahead).utcoffset() for ahead in range(367)]
    changed = (ahead for ahead in range(366) if offsets[ahead] != offsets[ahead + 1])
    return tuple(day for ahead in changed if (day := (start + DAY * ahead).date()).year == year)


def _length(day: date, hours: WorkingHours, zone: tzinfo) -> int:
    midnight = datetime.combine(day, time(), zone).timestamp() * 1000
    whole = round(midnight), round(midnight) + 2 * DAY // timedelta(milliseconds=1)
    return _worked(day, *whole, hours, zone) // MINUTE


def _worked(day: date, since: int, until: int, hours: WorkingHours, zone: tzinfo) -> int:
    """Return the ms of this day's working hours that lie between the two moments."""
    midnight = datetime.combine(day, time(), zone)
    # Addition to a local time moves the hands of the clock: midnight + 9 h is 9:00 on every day.
    starts, ends = (
        round((midnight + timedelta(minutes=minutes)).timestamp() * 1000)
        for minutes in (hours.starts, hours.ends)
    )
    return max(min(until, ends) - max(since, starts), 0)
