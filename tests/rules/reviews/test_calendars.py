"""The text of a calendar, read by another program's reader."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest

from webapp.rules.reviews.calendars import CalendarFeed, as_calendar
from webapp.rules.reviews.reviews import ReviewSchedule

FEED = CalendarFeed(
    plan=ReviewSchedule(),
    uid="0b0c0d0e-0000-4000-8000-000000000001",
    sequence=3,
    changed=1_795_345_200_999,
    first=date(2026, 11, 22),
    zone="Europe/Berlin",
    title="Wins review",
    address="https://wins.example/reviews/",
)


def read(feed: CalendarFeed) -> icalendar.Calendar:
    """Return what a calendar reads."""
    return icalendar.Calendar.from_ical(as_calendar(feed))


def event_of(feed: CalendarFeed) -> icalendar.Event:
    [event] = read(feed).walk("VEVENT")
    return event


def changed(**more: object) -> CalendarFeed:
    return CalendarFeed(**{**{one: getattr(FEED, one) for one in FEED.__slots__}, **more})


def test_it_is_one_event_that_returns():
    event = event_of(FEED)
    assert (event["UID"], event["SEQUENCE"]) == (FEED.uid, 3)
    assert event["DTSTART"].dt.replace(tzinfo=None) == datetime.fromisoformat("2026-11-27T16:00")
    assert event["DURATION"].dt == timedelta(minutes=15)
    assert event["DTSTAMP"].dt == datetime(2026, 11, 22, 11, 0, tzinfo=UTC)
    assert (event["URL"], read(FEED)["REFRESH-INTERVAL"].dt) == (FEED.address, timedelta(hours=12))


def test_every_four_weeks_it_is_on_the_chosen_day():
    event = event_of(changed(plan=ReviewSchedule(weekday=0, every=4, minutes=45, time=570)))
    assert event["RRULE"].to_ical() == b"FREQ=WEEKLY;INTERVAL=4;BYDAY=MO"
    assert event["DTSTART"].dt.replace(tzinfo=None) == datetime.fromisoformat("2026-11-23T09:30")


@pytest.mark.parametrize(
    "zone",
    ["Europe/Berlin", "America/New_York", "Africa/Casablanca", "Australia/Lord_Howe", "UTC"],
)
def test_clocks_are_as_in_the_zone_on_every_day_of_ten_years(zone: str):
    [told] = read(changed(zone=zone)).walk("VTIMEZONE")
    known, their = ZoneInfo(zone), told.to_tz(lookup_tzid=False)
    for n in range(0, 3650, 7):
        at = datetime.fromisoformat("2026-11-27T16:00") + timedelta(days=n)
        assert at.replace(tzinfo=their).utcoffset() == at.replace(tzinfo=known).utcoffset(), at


def test_a_phone_that_names_no_zone_is_told_its_offset():
    event = event_of(changed(zone="+05:30"))
    assert event["DTSTART"].dt.utcoffset() == timedelta(hours=5, minutes=30)


def test_a_long_name_with_signs_is_read_as_it_is():
    title = "مراجعة; Größe, C:\\team " * 6
    assert event_of(changed(title=title.strip()))["SUMMARY"] == title.strip()
    assert (
        max(len(line) for line in as_calendar(changed(title=title)).encode().split(b"\r\n")) <= 75
    )


def test_a_name_cannot_add_a_line():
    text = as_calendar(changed(title="Mine\r\nATTACH:https://evil.example\u0007"))
    assert not any(line.startswith("ATTACH") for line in text.split("\r\n"))


def test_without_an_address_none_is_said():
    assert "URL" not in event_of(changed(address=""))
