"""Years of people who fly: nothing comes twice, at night, or too near to another (R47)."""

from collections import Counter, defaultdict
from datetime import date, time, timedelta
from itertools import pairwise
from random import Random

import pytest

from tests.rules.reminders.lives import HOUR, Arrival, Life, a_life, live
from webapp.rules.reminders.kinds import DATED, HABITS, Kind, State, kind_of
from webapp.rules.shared.workdays import CHECKIN_DAYS, weekdays_in

pytestmark = pytest.mark.long

ZONES = (
    *("Pacific/Apia", "Africa/Casablanca", "Australia/Lord_Howe", "Asia/Kathmandu"),
    *("America/St_Johns", "Europe/Berlin", "America/Los_Angeles", "Pacific/Honolulu"),
    *("Asia/Tokyo", "Pacific/Chatham", "America/Santiago", "UTC"),
)
BEGINS = {"Pacific/Apia": date(2011, 6, 1), "Asia/Kathmandu": date(2027, 10, 1)}
DAYS = 370


# Each takes a second; `make quick` has the first two.
@pytest.fixture(
    scope="module",
    params=[
        pytest.param(zone, marks=[pytest.mark.long] * (zone not in ZONES[:2])) for zone in ZONES
    ],
)
def life(request: pytest.FixtureRequest) -> Life:
    """Return somebody who has lived for more than a year, in a leap year for most of it."""
    random = Random(request.param)
    found = a_life(request.param, BEGINS.get(request.param, date(2023, 9, 1)), random)
    live(found, DAYS, ZONES, random)
    return found


def kinds(life: Life, *wanted: Kind) -> list[Arrival]:
    return [one for one in life.arrived if kind_of(one.key[0]) in wanted]


def test_something_of_each_kind_arrived(life: Life) -> None:
    assert {kind_of(one.key[0]) for one in life.arrived} >= HABITS | DATED - {Kind.TEAM_REVIEW}


def test_nothing_arrived_twice(life: Life) -> None:
    assert [
        key for key, times in Counter(one.key for one in life.arrived).items() if times > 1
    ] == []


def test_nothing_arrived_in_quiet_hours(life: Life) -> None:
    assert [one for one in life.arrived if one.hours.is_quiet(one.at)] == []


def test_no_habit_is_asked_for_after_six(life: Life) -> None:
    late = [one for one in kinds(life, *HABITS) if one.local.time() > time(18)]
    assert [one for one in late if one.hours.day_start <= 18 * 60] == []


def test_a_day_asks_for_one_habit_and_follows_up_once_after_four_hours(life: Life) -> None:
    of_day: dict[date, list[Arrival]] = defaultdict(list)
    for one in kinds(life, *HABITS):
        of_day[one.key[1]].append(one)
    for asked in of_day.values():
        assert len({one.key[0] for one in asked}) == 1
        assert [one.key[2] for one in asked] in ([1], [1, 2])
        assert all(other.at - one.at >= 4 * HOUR for one, other in pairwise(asked))


def test_habits_of_two_days_are_eight_hours_apart(life: Life) -> None:
    pairs = pairwise(kinds(life, *HABITS))
    near = [(one, other) for one, other in pairs if other.at - one.at < 8 * HOUR]
    assert [pair for pair in near if pair[0].key[1] != pair[1].key[1]] == []


def test_what_is_due_within_the_hour_came_in_one_message(life: Life) -> None:
    goals = pairwise(kinds(life, Kind.GOAL))
    assert [pair for pair in goals if pair[1].at - pair[0].at <= HOUR] == []


def test_no_day_had_more_than_three(life: Life) -> None:
    days = Counter(one.key[1] for one in kinds(life, *HABITS, *DATED))
    assert max(days.values()) == 3


def test_every_check_in_day_says_what_became_of_it(life: Life) -> None:
    asked = weekdays_in(CHECKIN_DAYS)
    end = max(life.lived)
    days = [day for day in life.lived if day.weekday() in asked and day < end]
    assert [day for day in days if ("check_in", day, 1) not in life.rows] == []
    past = [one for one in life.rows.values() if one.until < life.now - HOUR]
    assert [one for one in past if one.state is State.WAITING] == []
    assert [one for one in past if one.state is State.SKIPPED and not one.reason] == []


def test_nobody_is_asked_who_has_answered_that_day(life: Life) -> None:
    first = {}
    for day, at in life.answered:
        first.setdefault(day, at)
    asked = [one for one in kinds(life, Kind.CHECK_IN) if one.key[1] in first]
    assert [one for one in asked if one.at > first[one.key[1]]] == []


def test_a_silence_is_asked_about_once(life: Life) -> None:
    asked = kinds(life, Kind.SILENT)
    assert all(
        other.at - one.at > timedelta(days=10) / timedelta(milliseconds=1)
        for one, other in pairwise(asked)
    )
