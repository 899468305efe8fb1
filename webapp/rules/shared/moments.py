"""Moments and days: an instant with the phone's zone, and the day it counts for (R6)."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import TypeGuard
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from webapp.rules.shared.problems import N_, Invalid, Problem

DAY_START = 4 * 60  # minutes after midnight; a win at 01:30 belongs to the day before
EARLIEST = 946_684_800_000  # 2000-01-01, R14
MINUTE = 60 * 1000
DAY = 24 * 60 * MINUTE
BROUGHT_ALONG = timedelta(days=2)  # how far ahead a day may be after a flight over the date line
OFFSET_NAME = re.compile(r"([+-])(\d\d):([0-5]\d)", re.ASCII)
_known: set[str] = set()  # zones that were looked up, a few hundred at most
FURTHEST_OFFSET = 16 * 60  # minutes; the widest that any zone has had is under 16 hours


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time as a phone recorded it.

    instant: milliseconds since 1970 in UTC; offset: minutes east of UTC; zone: IANA name, or the
    offset as "+05:30" where the phone could not name its zone.
    """

    instant: int
    offset: int
    zone: str

    def day(self, day_start: int) -> date:
        """Return the day it counts for if days start `day_start` minutes after midnight."""
        return (self.local() - timedelta(minutes=day_start)).date()

    def local(self) -> datetime:
        """Return the local date and time at this moment, without a zone."""
        return datetime.fromtimestamp(self.instant / 1000, UTC).replace(tzinfo=None) + timedelta(
            minutes=self.offset
        )


def believable(instant: int, received: int) -> bool:
    """Return whether a phone's clock can be right: not before 2000, at most a day ahead.

    Both are ms; received: by the server's clock.
    """
    return EARLIEST <= instant <= received + DAY


def moment_in(zone: str, instant: int) -> Moment:
    """Return the moment `instant` (ms) in a `zone` that zone_info reads."""
    offset = datetime.fromtimestamp(instant / 1000, zone_info(zone)).utcoffset() or timedelta()
    return Moment(instant, round(offset.total_seconds() / 60), zone)


def moment_at(wall_clock: str, zone: str) -> Moment:
    """Return the moment of a form's local date and time ("2026-11-22T09:30") in `zone`.

    In the hour that a clock change repeats it is the first one. Invalid: no date and time.
    """
    try:
        local = datetime.fromisoformat(wall_clock).replace(tzinfo=zone_info(zone))
        return moment_in(zone, round(local.timestamp() * 1000))
    except (ValueError, OverflowError):  # the years 1 and 9999 have no moment in every zone
        raise Invalid(Problem("happened", N_("Give the date and time it happened."))) from None


def day_before(moment: Moment) -> Moment:
    """Return the moment a day before at which clocks in the same zone showed the same time."""
    return moment_at((moment.local() - timedelta(days=1)).isoformat(), moment.zone)


def parse_moment(instant: object, offset: object, zone: object) -> Moment:
    """Return the moment of untrusted values, which may be unbelievable, or raise Invalid."""
    if not _whole(instant) or abs(instant) > 2**53:
        raise Invalid(Problem("at", N_("The phone's time must be a whole number of milliseconds.")))
    if not _whole(offset) or abs(offset) > FURTHEST_OFFSET:
        raise Invalid(Problem("offset", N_("The phone's offset from UTC must be minutes.")))
    return Moment(instant, offset, zone_or_offset(zone, offset))


def encode_moment(moment: Moment) -> str:
    """Return `moment` as one line of text, for a table that stores values of every field."""
    return f"{moment.instant} {moment.offset} {moment.zone}"


def decode_moment(text: str) -> Moment:
    """Return the moment that encode_moment wrote as `text`."""
    instant, offset, zone = text.split(" ", 2)
    return Moment(int(instant), int(offset), zone)


def zone_or_offset(zone: object, offset: int) -> str:
    """Return `zone` if it is the name of an IANA time zone, else the offset (minutes) as "+05:30".

    Browsers that cannot find out their zone say "Etc/Unknown" or give an offset, and a phone may
    know a newer zone than this server: the offset is enough for everything but clock changes.
    """
    if isinstance(zone, str) and known_zone(zone):
        return zone
    hours, minutes = divmod(abs(offset), 60)
    return f"{'-' if offset < 0 else '+'}{hours:02}:{minutes:02}"


def zone_info(zone: str) -> tzinfo:
    """Return the rules of an IANA zone or of an offset like "+05:30"; UTC for anything else."""
    return (ZoneInfo(zone) if known_zone(zone) else _offset_info(zone)) or UTC


def is_zone(zone: object) -> bool:
    """Return whether `zone` is the name of an IANA time zone or an offset like "+05:30"."""
    return isinstance(zone, str) and (known_zone(zone) or _offset_info(zone) is not None)


def in_zone(moment: Moment, zone: str, received: int) -> Moment:
    """Return the same instant with the offset and the name of a `zone`.

    An instant that no clock can show has the offset of the time of arrival, `received` (ms).
    """
    instant = moment.instant if believable(moment.instant, received) else received
    return Moment(moment.instant, moment_in(zone, instant).offset, zone)


def known_zone(zone: str) -> bool:
    """Return whether `zone` is the name of an IANA time zone."""
    if zone in _known or not zone:
        return bool(zone)
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    _known.add(zone)
    return True


def _offset_info(zone: str) -> tzinfo | None:
    found = OFFSET_NAME.fullmatch(zone)
    if not found:
        return None
    sign, hours, minutes = found.groups()
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    if offset > timedelta(minutes=FURTHEST_OFFSET):
        return None
    return timezone(-offset if sign == "-" else offset)


def _whole(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)
