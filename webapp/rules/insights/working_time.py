"""Working time between two moments (R40): the hours of a working day, on working days."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from webapp.rules.shared.calendars import Calendar

MORNING, EVENING = 9 * 60, 17 * 60  # minutes after midnight
MINUTE = 60 * 1000


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """When somebody works: the days, from `starts` to `ends` (minutes after midnight), the zone.

    zone: a known IANA name. A working day has (ends - starts) minutes, 480 as it comes; hours
    past midnight are not known.
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
    """The working minutes from `since` to `until` (ms), rounded down; 0 when they are reversed.

    A day on which the clock changes has the minutes that its working hours really had.
    """
    zone = ZoneInfo(hours.zone)
    first, last = (datetime.fromtimestamp(moment / 1000, zone).date() for moment in (since, until))
    days = (first + timedelta(days=ahead) for ahead in range((last - first).days + 1))
    worked = (_worked(day, since, until, hours, zone) for day in days if hours.calendar.works(day))
    return sum(worked) // MINUTE


def _worked(day: date, since: int, until: int, hours: WorkingHours, zone: ZoneInfo) -> int:
    """The ms of this day's working hours that lie between the two moments."""
    midnight = datetime.combine(day, time(), zone)
    # Adding to a local time moves its hands, so 9 h after midnight is 9 o'clock on every day.
    starts, ends = (
        round((midnight + timedelta(minutes=minutes)).timestamp() * 1000)
        for minutes in (hours.starts, hours.ends)
    )
    return max(min(until, ends) - max(since, starts), 0)
