"""Local times of prompts: days that begin at any hour, quiet hours, changes of the clock (R47)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from webapp.rules.shared.moments import DAY_START, MINUTE, moment_in
from webapp.rules.shared.schedule import due_moment

DAY = 24 * 60  # minutes
QUIET_FROM, QUIET_UNTIL = 20 * 60, 8 * 60


@dataclass(frozen=True, slots=True)
class Hours:
    """Where a person is and when they want quiet.

    zone: as moment_in takes it. day_start, quiet_from, quiet_until: minutes after midnight; quiet
    hours that begin when they end are none.
    """

    zone: str
    day_start: int = DAY_START
    quiet_from: int = QUIET_FROM
    quiet_until: int = QUIET_UNTIL

    def day_of(self, moment: int) -> date:
        """Return the local day of a moment (ms)."""
        return _day_of(self.zone, self.day_start, moment)

    def moment_on(self, day: date, minutes: int) -> int | None:
        """Return the moment (ms) on a local day at which clocks show `minutes`.

        A time before the day's start is that of the night after it. None: the day has no such time,
        as on a day that a zone left out.
        """
        return _moment_on(self.zone, self.day_start, day, minutes)

    def end_of(self, day: date) -> int:
        """Return the moment (ms) at which a local day ends."""
        return _end_of(self.zone, self.day_start, day)

    def is_quiet(self, moment: int) -> bool:
        """Return whether a moment (ms) is in quiet hours."""
        return _is_quiet(self, moment)

    def after_quiet(self, moment: int) -> int:
        """Return the moment (ms) itself, or the end of the quiet hours that it is in."""
        return _next(self, moment, self.quiet_until) if self.is_quiet(moment) else moment

    def before_quiet(self, moment: int) -> int | None:
        """Return when (ms) the next quiet hours begin after a moment, None if there are none."""
        if self.quiet_from == self.quiet_until:
            return None
        return _next(self, moment, self.quiet_from)


# A person is planned again and again for the same days: each of these takes 10 µs or 20.
@lru_cache(maxsize=4096)
def _moment_on(zone: str, day_start: int, day: date, minutes: int) -> int | None:
    night = timedelta(days=minutes < day_start)
    moment = due_moment(day + night, minutes, day_start, zone)
    return moment if moment_in(zone, moment).day(day_start) == day else None


@lru_cache(maxsize=4096)
def _day_of(zone: str, day_start: int, moment: int) -> date:
    return moment_in(zone, moment).day(day_start)


@lru_cache(maxsize=4096)
def _end_of(zone: str, day_start: int, day: date) -> int:
    return due_moment(day, None, day_start, zone)


@lru_cache(maxsize=4096)
def _is_quiet(hours: Hours, moment: int) -> bool:
    minutes = _minutes(moment_in(hours.zone, moment).local())
    if hours.quiet_from <= hours.quiet_until:
        return hours.quiet_from <= minutes < hours.quiet_until
    return minutes >= hours.quiet_from or minutes < hours.quiet_until


@lru_cache(maxsize=4096)
def _next(hours: Hours, moment: int, minutes: int) -> int:
    # The next time that clocks show `minutes`. In the hour that a change of the clock repeats
    # the first such time may be over: then the second, an hour later by the clock.
    local = moment_in(hours.zone, moment).local()
    day = local.date() + timedelta(days=_minutes(local) >= minutes)
    found = due_moment(day, minutes, hours.day_start, hours.zone)
    return found if found > moment else moment + (minutes - _minutes(local)) % DAY * MINUTE


def _minutes(local: datetime) -> int:
    return local.hour * 60 + local.minute
