"""Working minutes between two moments (R40)."""

from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from webapp.rules.insights.working_time import WorkingHours, working_minutes
from webapp.rules.shared.calendars import Calendar, Pause

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


ALL_DAYS = frozenset(range(7))
ZONES = ["Europe/Berlin", "Africa/Casablanca", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Tehran"]


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("day_hours", [(9 * 60, 17 * 60), (0, 24 * 60), (60, 4 * 60)])
def test_years_have_the_minutes_of_their_days(zone, day_hours):
    calendar = Calendar(ALL_DAYS, pauses=(Pause(date(2011, 12, 20), date(2011, 12, 25)),))
    hours = WorkingHours(zone, calendar, *day_hours)
    start, days = datetime(2010, 1, 1, tzinfo=ZoneInfo(zone)), 1_000
    moments = [round((start + timedelta(days=n)).timestamp() * 1000) for n in range(days + 1)]
    by_day = sum(working_minutes(a, b, hours) for a, b in pairwise(moments))
    assert working_minutes(moments[0], moments[-1], hours) == by_day


def test_decades_cost_what_a_week_costs(monkeypatch):
    worked = []
    monkeypatch.setattr(
        Calendar, "works", lambda self, day: worked.append(day) or day.weekday() < 5
    )
    working_minutes(at("2000-01-01 10:00"), at("2026-11-20 10:00"), BERLIN)
    assert len(worked) < 100  # 9,820 days lie between
