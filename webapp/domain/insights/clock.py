"""When a person works, and which day a moment belongs to."""

from dataclasses import dataclass
from datetime import date

from webapp.domain.account.acting import Acting
from webapp.rules.insights.working_time import WorkingHours
from webapp.rules.shared.calendars import Calendar, Pause
from webapp.rules.shared.moments import moment_in
from webapp.rules.shared.schedule import Every, Schedule
from webapp.rules.shared.workdays import weekdays_in
from webapp.storage.insights.insights import away_and_rhythm


@dataclass(frozen=True, slots=True)
class Clock:
    """The current moment (ms) and day, the person's zone, start of days, and working days.

    cadences: of those kinds of win for which they chose one.
    """

    now: int
    today: date
    zone: str
    day_start: int
    calendar: Calendar
    cadences: dict[str, Schedule]

    @property
    def hours(self) -> WorkingHours:
        """The working hours in which working time is counted."""
        return WorkingHours(self.zone, self.calendar)

    def day_of(self, moment: int) -> date:
        """Return the day that a moment (ms) belongs to."""
        return moment_in(self.zone, moment).day(self.day_start)


def clock_of(acting: Acting, zone: str, now: int, since: date) -> Clock:
    """Return the clock of a person whose phone is in `zone`, with absences from `since` on."""
    today = moment_in(zone, now).day(acting.day_start)
    pauses, cadences = [], {}
    for what, one, other, weekdays in away_and_rhythm(
        owner=acting.owner, since=since.isoformat(), until=today.isoformat()
    ):
        if what == "away":
            pauses.append(Pause(date.fromisoformat(one), date.fromisoformat(other)))
        else:
            cadences[one] = Schedule(Every(other), weekdays)
    calendar = Calendar(weekdays_in(acting.workdays), pauses=tuple(pauses))
    return Clock(now, today, zone, acting.day_start, calendar, cadences)
