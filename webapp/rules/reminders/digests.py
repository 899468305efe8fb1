"""When the digest of a week is made, and which days it covers."""

from datetime import date, timedelta

from webapp.rules.shared.moments import DAY, moment_at, moment_in

AT = "08:00"  # on Mondays, where the person is: the end of the usual quiet hours
WEEK = timedelta(days=7)


def next_digest(now: int, zone: str) -> int:
    """Return the first Monday at 08:00 in `zone` that is later than `now`; both ms."""
    today = moment_in(zone, now).local().date()
    monday = today - timedelta(days=today.weekday())
    first = _at(monday, zone)
    return first if first > now else _at(monday + WEEK, zone)


def digest_here(due: int, zone: str) -> int:
    """Return when a digest that was to be made at `due` is made in `zone`, both ms.

    It was planned a week ago, and its reader may have flown since. It is the Monday at 08:00 that
    is nearest, so that no week is left out and none comes twice.
    """
    return next_digest(due - 7 * DAY // 2, zone)


def week_before(due: int, zone: str) -> tuple[date, date]:
    """Return the first and the last day of the week that a digest due at `due` (ms) is about."""
    day = moment_in(zone, due).local().date()
    monday = day - timedelta(days=day.weekday())
    return monday - WEEK, monday - timedelta(days=1)


def _at(day: date, zone: str) -> int:
    return moment_at(f"{day.isoformat()}T{AT}", zone).instant
