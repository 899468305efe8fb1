"""Working time between two moments (R40): the hours of a working day, on working days."""

from dataclasses import dataclass, field

from webapp.rules.calendars import Calendar

MORNING, EVENING = 9 * 60, 17 * 60  # minutes after midnight


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """When somebody works: the days, from `starts` to `ends` (minutes after midnight), the zone.

    A working day has (ends - starts) minutes, 480 as it comes.
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
    """The working minutes from `since` to `until` (ms), rounded down; 0 when they are reversed."""
    raise NotImplementedError
