"""Working minutes between two moments (R40)."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from webapp.rules.insights.working_time import WorkingHours, working_minutes
from webapp.rules.shared.calendars import Calendar

BERLIN = WorkingHours("Europe/Berlin")


def at(text, zone="Europe/Berlin"):
    return round(datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).timestamp() * 1000)


SPANS = [  # November 2026: the 20th is a Friday
    ("2026-11-20 10:00", "2026-11-20 11:30", 90),
    ("2026-11-20 16:00", "2026-11-23 10:00", 120),  # the weekend takes no time
    ("2026-11-20 18:00", "2026-11-23 08:00", 0),  # asked and decided after hours
    ("2026-11-20 07:00", "2026-11-20 23:00", 480),
    ("2026-11-16 09:00", "2026-11-23 09:00", 5 * 480),
    ("2026-11-21 10:00", "2026-11-22 10:00", 0),
    ("2026-11-20 12:00", "2026-11-20 11:00", 0),  # a phone's clock was wrong
    ("2026-12-31 16:30", "2027-01-01 09:30", 60),
    ("2026-03-27 09:00", "2026-03-30 10:00", 540),  # over the change of clocks
]


@pytest.mark.parametrize(("since", "until", "minutes"), SPANS)
def test_only_working_hours_count(since, until, minutes):
    assert working_minutes(at(since), at(until), BERLIN) == minutes


def test_days_off_take_no_time():
    calendar = Calendar(days_off=frozenset({date(2026, 11, 20)}))
    hours = WorkingHours("Europe/Berlin", calendar)
    assert working_minutes(at("2026-11-19 16:00"), at("2026-11-20 12:00"), hours) == 60


def test_hours_are_those_of_the_zone():
    tokyo = WorkingHours("Asia/Tokyo")
    assert working_minutes(at("2026-11-20 00:00"), at("2026-11-20 09:00"), tokyo) == 8 * 60


def test_a_night_on_which_clocks_change_is_as_long_as_it_was():
    calendar = Calendar(weekdays=frozenset(range(7)))
    nights = WorkingHours("Europe/Berlin", calendar, starts=0, ends=6 * 60)
    assert working_minutes(at("2026-03-29 00:00"), at("2026-03-29 12:00"), nights) == 5 * 60
    assert nights.minutes_a_day == 360
