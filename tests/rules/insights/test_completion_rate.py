"""The completion rate: met of what was due or closed (R39)."""

from datetime import date

import pytest

from webapp.rules.insights.completion_rate import (
    Closing,
    CompletionRate,
    DueGoal,
    compare_completion_rates,
    completion_rate,
)

FIRST, LAST, TODAY = date(2026, 11, 1), date(2026, 11, 30), date(2026, 12, 10)
IN, BEFORE, AFTER = date(2026, 11, 15), date(2026, 10, 15), date(2026, 12, 5)
MET, NOT_MET, ABANDONED, RESCOPED = Closing


def rate(*goals, today=TODAY):
    return completion_rate(goals, FIRST, LAST, today)


def test_six_of_eight():
    goals = [DueGoal(f"m{n}", IN, MET, IN) for n in range(6)]
    result = rate(*goals, DueGoal("n", IN, NOT_MET, IN), DueGoal("a", IN, ABANDONED, IN))
    assert (len(result.met), result.total, result.share) == (6, 8, 0.75)
    assert result.not_met == ("n", "a")  # abandoned counts as not met
    assert (result.range.low, result.range.high) == pytest.approx((0.5237, 0.8911), abs=1e-4)


def test_rescoped_goals_are_counted_separately():
    result = rate(DueGoal("r", IN, RESCOPED, IN))
    assert (result.rescoped, result.total, result.share, result.range) == (("r",), 0, None, None)


def test_an_open_goal_counts_when_its_day_is_over():
    goal = DueGoal("g", IN)
    assert rate(goal, today=IN).total == 0
    assert rate(goal, today=date(2026, 11, 16)).not_met == ("g",)


def test_a_goal_belongs_to_the_day_it_was_closed():
    early, late = DueGoal("e", AFTER, MET, IN), DueGoal("l", IN, MET, AFTER)
    assert rate(early, late).met == ("e",)
    assert completion_rate([early, late], date(2026, 12, 1), date(2026, 12, 31), TODAY).met == (
        "l",
    )


def test_the_window_has_its_first_and_last_day():
    days = [date(2026, 10, 31), FIRST, LAST, date(2026, 12, 1)]
    assert rate(*(DueGoal(str(day), day, MET, day) for day in days)).total == 2


def window(met, total):
    ids = tuple(map(str, range(total)))
    return CompletionRate(ids[:met], ids[met:], (), met / total, None)


def test_seven_goals_are_not_compared():
    result = compare_completion_rates(window(1, 7), window(8, 8))
    assert (result.enough, result.missing, result.p, result.differs) == (False, (1, 0), None, False)


def test_a_difference_is_stated_when_chance_seldom_makes_it():
    result = compare_completion_rates(window(3, 8), window(7, 8))  # p = .119
    assert (result.enough, result.differs) == (True, False)
    result = compare_completion_rates(window(2, 8), window(7, 8))  # p = .041
    assert (result.differs, result.higher) == (True, True)
    assert not compare_completion_rates(window(7, 8), window(2, 8)).higher


def test_nothing_is_compared_with_nothing():
    result = compare_completion_rates(rate(), rate())
    assert result.missing == (8, 8)
