"""When reviews are held, as a calendar that other programs read (RFC 5545)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

from webapp.rules.reviews.reviews import ReviewSchedule
from webapp.rules.shared.moments import zone_info

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
YEARS = 10  # of changes of the clock that a calendar is told
AGAIN = "PT12H"  # after which calendars look for changes
LONGEST = 74  # bytes of a line; the next one begins with a blank
HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class CalendarFeed:
    """What a calendar is told: when, and nothing that anybody has said.

    uid, sequence, changed (ms): by what it knows the dates, and how often they were changed. first:
    from which day the weeks are counted. zone: that of the time of day. address: of the reviews,
    or "".
    """

    plan: ReviewSchedule
    uid: str
    sequence: int
    changed: int
    first: date
    zone: str
    title: str
    address: str


def as_calendar(feed: CalendarFeed) -> str:
    """Return the calendar: one event that returns, and its time zone."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Small Wins//Wins reviews//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{_text(feed.title)}",
        f"X-WR-CALNAME:{_text(feed.title)}",
        f"REFRESH-INTERVAL;VALUE=DURATION:{AGAIN}",
        f"X-PUBLISHED-TTL:{AGAIN}",
        *_time_zone(feed),
        *_event(feed),
        "END:VCALENDAR",
    ]
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def first_day(plan: ReviewSchedule, first: date) -> date:
    """Return the first day of the plan from `first` on."""
    return first + timedelta(days=(plan.weekday - first.weekday()) % 7)


def _event(feed: CalendarFeed) -> Iterator[str]:
    plan = feed.plan
    begins = datetime.combine(first_day(plan, feed.first), time(*divmod(plan.time, 60)))
    changed = f"{datetime.fromtimestamp(feed.changed // 1000, UTC):%Y%m%dT%H%M%SZ}"
    yield from ("BEGIN:VEVENT", f"UID:{feed.uid}", f"SEQUENCE:{feed.sequence}")
    yield from (f"DTSTAMP:{changed}", f"LAST-MODIFIED:{changed}")
    yield f"DTSTART;TZID={_param(feed.zone)}:{begins:%Y%m%dT%H%M%S}"
    yield f"DURATION:PT{plan.minutes}M"
    yield f"RRULE:FREQ=WEEKLY;INTERVAL={plan.every};BYDAY={DAYS[plan.weekday]}"
    yield f"SUMMARY:{_text(feed.title)}"
    if feed.address:
        yield f"URL:{feed.address}"
    yield "END:VEVENT"


def _time_zone(feed: CalendarFeed) -> Iterator[str]:
    first = datetime(feed.first.year - 1, 1, 1, tzinfo=UTC)
    changes = _changes(feed.zone, first, first.replace(year=first.year + YEARS + 2))
    yield from ("BEGIN:VTIMEZONE", f"TZID:{feed.zone}")
    local = first.astimezone(zone_info(feed.zone))
    yield from _observed(local, local.utcoffset() or timedelta(), local)
    for before, after in changes:
        yield from _observed(after, before.utcoffset() or timedelta(), before)
    yield "END:VTIMEZONE"


def _observed(now: datetime, before: timedelta, told: datetime) -> Iterator[str]:
    # It begins at the time that clocks showed which were not changed yet.
    kind = "DAYLIGHT" if now.dst() else "STANDARD"
    begins = (now.astimezone(UTC) + (told.utcoffset() or timedelta())).replace(tzinfo=None)
    yield f"BEGIN:{kind}"
    yield f"DTSTART:{begins:%Y%m%dT%H%M%S}"
    yield f"TZOFFSETFROM:{_offset(before)}"
    yield f"TZOFFSETTO:{_offset(now.utcoffset() or timedelta())}"
    yield f"TZNAME:{_text(now.tzname() or '')}"
    yield f"END:{kind}"


def _changes(zone: str, first: datetime, last: datetime) -> Iterator[tuple[datetime, datetime]]:
    """Yield (the hour before, the first hour after) of each change of the clock."""
    info = zone_info(zone)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    for day, following in pairwise(days):
        if day.astimezone(info).utcoffset() != following.astimezone(info).utcoffset():
            hours = [(day + n * HOUR).astimezone(info) for n in range(25)]
            yield from (
                (one, other)
                for one, other in pairwise(hours)
                if one.utcoffset() != other.utcoffset()
            )


def _offset(offset: timedelta) -> str:
    minutes = round(offset.total_seconds() / 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}{abs(minutes) % 60:02}"


def _text(words: str) -> str:
    # In one pass of each sign; a backslash first.
    for sign, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        words = words.replace(sign, written)
    return "".join(one for one in words if one.isprintable() or one == " ")


def _param(words: str) -> str:
    return f'"{words}"' if set(words) & set(":;,") else words


def _folded(line: str) -> Iterator[str]:
    """Yield a line in parts that are short enough, and end between characters."""
    part, size = "", 0
    for character in line:
        length = len(character.encode())
        if size + length > LONGEST:
            yield part
            part, size = " ", 1
        part += character
        size += length
    yield part
