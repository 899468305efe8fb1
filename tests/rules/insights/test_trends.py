"""The gate: what may be said after how many weeks (R38)."""

from datetime import date, timedelta

import pytest

from webapp.rules.insights.trends import (
    Direction,
    Standing,
    confidence_trend,
    judge,
    trend_of_weeks,
)
from webapp.rules.insights.weeks import Answer, Week, WeeklyMean, week_of, weekly_means

MONDAY = date(2026, 11, 2)
RISING, FALLING = Direction.RISING, Direction.FALLING


def weeks(*means, every=1):
    return [
        WeeklyMean(week_of(MONDAY + timedelta(weeks=every * at)), mean, 2)
        for at, mean in enumerate(means)
    ]


GATE = [  # (weekly means, standing, direction)
    ((), Standing.COLLECTING, None),
    ((2, 5, 9), Standing.COLLECTING, None),  # three weeks, however steep
    ((3, 4, 5, 6), Standing.EARLY_SIGN, RISING),  # p = 2/24
    ((6, 5, 4, 3), Standing.EARLY_SIGN, FALLING),
    ((3, 4, 6, 5), Standing.NOT_ENOUGH, None),  # p = 8/24
    ((5, 5, 5, 5), Standing.NOT_ENOUGH, None),  # all equal
    ((5, 5, 6, 6), Standing.NOT_ENOUGH, None),  # only ties: p = 2/6
    ((5, 5.1, 5.2, 5.3, 5.4), Standing.NOT_ENOUGH, None),  # surely, but less than half a point
    ((5, 5.125, 5.25, 5.375, 5.5), Standing.EARLY_SIGN, RISING),  # exactly half a point
    ((1, 1, 1, 2, 3), Standing.EARLY_SIGN, RISING),  # exactly one in ten: p = 2/20
    ((1, 3, 2, 4, 5, 6, 7), Standing.EARLY_SIGN, RISING),
    ((1, 2, 3, 4, 5, 6, 8, 7), Standing.SUSTAINED, RISING),
    ((8, 7, 6, 5, 4, 3, 1, 2), Standing.SUSTAINED, FALLING),
    ((4, 5, 3, 6, 4, 7, 5, 5), Standing.NO_CLEAR_CHANGE, None),
    ((5,) * 12, Standing.NO_CLEAR_CHANGE, None),
    ((9, 9, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 9, 9), Standing.SUSTAINED, RISING),  # the last twelve
]


@pytest.mark.parametrize(("means", "standing", "direction"), GATE)
def test_the_gate_says_no_more_than_it_may(means, standing, direction):
    verdict = judge(weeks(*means))
    assert (verdict.standing, verdict.direction) == (standing, direction)


def test_the_change_is_over_the_weeks_there_really_were():
    every_week, every_other = judge(weeks(3, 4, 5, 6)), judge(weeks(3, 4, 5, 6, every=2))
    assert every_week.change.slope == 1.0
    assert every_other.change.slope == 0.5
    assert every_week.change.total == every_other.change.total == 3.0


def test_eight_weeks_are_held_to_one_in_twenty():
    """S = 16 of 28 has p = .061, S = 18 has .031."""
    assert judge(weeks(1, 2, 3, 4, 8, 7, 6, 5)).standing == Standing.NO_CLEAR_CHANGE
    assert judge(weeks(1, 2, 3, 4, 7, 8, 6, 5)).standing == Standing.SUSTAINED


def test_no_clear_change_comes_with_a_range_that_holds_nothing():
    change = judge(weeks(4, 5, 3, 6, 4, 7, 5, 5)).change
    assert change.range.low < 0 < change.range.high
    assert change.range.confidence == 0.95


def test_an_early_sign_has_the_range_of_its_own_gate():
    change = judge(weeks(3, 4, 5, 6)).change
    assert (change.range.low, change.range.high) == (3.0, 3.0)
    assert change.range.confidence == 0.9


def life(*values, scale="now", first=MONDAY):
    """Return two answers a week, each of that value."""
    return [
        Answer(first + timedelta(weeks=week, days=day), value, scale)
        for week, value in enumerate(values)
        for day in (0, 3)
    ]


def test_after_five_days_a_newcomer_sees_what_is_missing():
    trend = confidence_trend(life(6), date(2026, 11, 6))
    assert trend.standing == Standing.COLLECTING
    assert (trend.missing.weeks, trend.missing.answers, trend.missing.days) == (4, 2, 24)
    assert (trend.change, trend.p) == (None, None)


def test_a_flat_series_shows_no_clear_change():
    trend = confidence_trend(life(6, 5, 6, 6, 5, 7, 6, 5, 6, 6), date(2027, 1, 11))
    assert trend.standing == Standing.NO_CLEAR_CHANGE
    assert trend.missing is None


def test_a_rise_over_new_year_is_found():
    trend = confidence_trend(life(3, 4, 4, 5, 5, 6, 6, 7, 7, 8), date(2027, 1, 11))
    assert (trend.standing, trend.direction) == (Standing.SUSTAINED, RISING)
    assert trend.change.total == pytest.approx(4.5)
    assert trend.means[-1].week == Week(2027, 1)


def test_a_new_scale_begins_a_new_series():
    old = life(1, 2, 3, 4, 5, 6, 7, 8, scale="old")
    new = life(3, 4, 5, scale="now", first=date(2026, 12, 28))
    trend = confidence_trend(old + new, date(2027, 1, 18))
    assert (trend.standing, trend.scale_id, len(trend.means)) == (Standing.COLLECTING, "now", 3)
    assert trend.missing.days == 7  # at the pace of the new one


def test_a_paused_month_is_missing_and_not_zero():
    before, after = life(3, 4), life(5, 6, first=date(2026, 12, 14))
    trend = confidence_trend(before + after, date(2026, 12, 28))
    assert (trend.standing, trend.direction) == (Standing.EARLY_SIGN, RISING)
    assert trend.change.total == pytest.approx(3.0, abs=0.5)


def test_early_weeks_say_when_a_sustained_trend_could_be_seen():
    trend = confidence_trend(life(6, 5, 6, 5), date(2026, 11, 30))
    assert trend.standing == Standing.NOT_ENOUGH
    assert (trend.missing.weeks, trend.missing.days) == (4, 28)


def test_the_first_answer_and_not_the_last_begins_the_pace():
    trend = confidence_trend([*life(6), *life(6, first=date(2026, 11, 16))], date(2026, 11, 30))
    assert (trend.missing.weeks, trend.missing.days) == (2, 28)  # two of four weeks count


def test_kept_weeks_give_the_same_as_all_answers():
    answers, today = life(3, 4, 4, 5, 5, 6), date(2026, 12, 14)
    kept = weekly_means(answers, "now", today)
    assert trend_of_weeks(kept, "now", MONDAY, today) == confidence_trend(answers, today)
