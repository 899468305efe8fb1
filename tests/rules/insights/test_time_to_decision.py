"""Time to decision in working time, with open ones (R40)."""

from datetime import datetime
from zoneinfo import ZoneInfo

from webapp.rules.insights.time_to_decision import (
    DecisionFacts,
    TimeToDecision,
    Undecided,
    Weight,
    compare_times_to_decision,
    time_to_decision,
)
from webapp.rules.insights.working_time import WorkingHours
from webapp.rules.statistics.quartiles import Quartiles

UTC = WorkingHours("UTC")
ROUTINE, IMPORTANT = Weight.ROUTINE, Weight.IMPORTANT


def at(day, hour):
    return round(datetime(2026, 11, day, hour, tzinfo=ZoneInfo("UTC")).timestamp() * 1000)


MONDAY_9, NOW = at(16, 9), at(18, 9)


def decided(name, hour, weight=ROUTINE, reopened=0):
    return DecisionFacts(name, weight, MONDAY_9, at(16, hour), reopened)


def test_median_and_quartiles_are_working_minutes():
    hours = [decided(str(hour), hour) for hour in (10, 11, 12, 13)]
    result = time_to_decision(hours, ROUTINE, UTC, NOW)
    assert result.quartiles == Quartiles(90, 150, 210)
    assert result.minutes == (60, 120, 180, 240)


def test_the_two_classes_are_counted_separately():
    result = time_to_decision([decided("i", 10, IMPORTANT), decided("r", 12)], IMPORTANT, UTC, NOW)
    assert result.minutes == (60,)


def test_undecided_ones_keep_their_age_and_hold_the_median_back():
    old, young = DecisionFacts("old", ROUTINE, MONDAY_9), DecisionFacts("young", ROUTINE, at(17, 9))
    result = time_to_decision([young, decided("d", 10), old], ROUTINE, UTC, NOW)
    assert result.undecided == (Undecided("old", 960), Undecided("young", 480))
    assert result.quartiles == Quartiles(60, None, None)  # half is not reached yet


def test_reopened_ones_are_counted_beside():
    result = time_to_decision([decided("a", 10, reopened=1), decided("b", 10)], ROUTINE, UTC, NOW)
    assert result.reopened == 1


def test_nothing_decided_says_nothing():
    result = time_to_decision([], ROUTINE, UTC, NOW)
    assert result == TimeToDecision(ROUTINE, Quartiles(None, None, None), (), (), 0)


def group(*minutes, ages=()):
    undecided = tuple(Undecided(str(age), age) for age in ages)
    return TimeToDecision(ROUTINE, Quartiles(None, None, None), minutes, undecided, 0)


def test_three_against_four_are_not_compared():
    result = compare_times_to_decision(group(1, 2, 3), group(4, 5, 6, 7))
    assert (result.enough, result.missing, result.differs) == (False, (1, 0), False)


def test_four_against_four_differ_when_they_lie_apart():
    result = compare_times_to_decision(group(1, 2, 3, 4), group(5, 6, 7, 8))
    assert (result.differs, result.higher) == (True, True)
    assert not compare_times_to_decision(group(1, 2, 3, 6), group(4, 5, 7, 8)).differs


def test_those_that_still_wait_do_not_make_a_group_look_quick():
    """The later four are quick, and four more are open for longer than anything took."""
    quick = compare_times_to_decision(group(50, 60, 70, 80), group(10, 20, 30, 40))
    assert (quick.differs, quick.higher) == (True, False)
    result = compare_times_to_decision(group(50, 60, 70, 80), group(10, 20, 30, 40, ages=(90,) * 4))
    assert not result.differs


def test_an_open_one_must_be_older_than_the_longest_of_both():
    """Open for 79: longer than anything in the later group, not than in the earlier one."""
    result = compare_times_to_decision(group(50, 60, 70, 80), group(10, 20, 30, 40, ages=(79,) * 4))
    assert result.differs
    result = compare_times_to_decision(group(10, 20, 30, 40, ages=(79,) * 4), group(50, 60, 70, 80))
    assert result.differs


def test_a_young_open_one_has_no_place_yet():
    with_open = compare_times_to_decision(group(50, 60, 70, 80), group(10, 20, 30, 40, ages=(5,)))
    assert with_open == compare_times_to_decision(group(50, 60, 70, 80), group(10, 20, 30, 40))
