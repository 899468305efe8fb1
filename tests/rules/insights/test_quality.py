"""Quality signals before and after an improvement (R41)."""

from datetime import date, timedelta

import pytest

from webapp.rules.insights.quality import Marker, Period, Shift, pooled, quality_signal

MONDAY = date(2026, 8, 3)


def weeks(*bad, exposure=40):
    days = [MONDAY + timedelta(weeks=at) for at in range(len(bad))]
    return [
        Period(day, day + timedelta(days=6), count, exposure)
        for day, count in zip(days, bad, strict=True)
    ]


def in_week(number, win="w"):
    return Marker(win, MONDAY + timedelta(weeks=number, days=2))


def test_four_and_four_that_lie_apart_are_a_shift():
    result = quality_signal(weeks(5, 6, 5, 6, 9, 1, 2, 1, 2), [in_week(4)])
    assert (result.shift, result.marker.win) == (Shift.LOWER, "w")
    assert (result.before, result.after) == (pytest.approx(22 / 160), pytest.approx(6 / 160))


def test_an_increase_is_found_as_well():
    assert quality_signal(weeks(1, 2, 1, 2, 9, 5, 6, 5, 6), [in_week(4)]).shift == Shift.HIGHER


def test_the_week_of_the_improvement_is_on_neither_side():
    result = quality_signal(weeks(5, 6, 5, 6, 1, 2, 1, 2), [in_week(4)])
    assert (result.shift, result.missing, result.p) == (Shift.NOT_ENOUGH, (0, 1), None)


@pytest.mark.parametrize("days", [0, 6])
def test_its_first_and_last_day_are_of_that_week_too(days):
    marker = Marker("w", MONDAY + timedelta(weeks=4, days=days))
    result = quality_signal(weeks(5, 6, 5, 6, 9, 1, 2, 1, 2), [marker])
    assert (result.before, result.after) == (pytest.approx(22 / 160), pytest.approx(6 / 160))


def test_what_overlaps_is_no_clear_change():
    result = quality_signal(weeks(5, 1, 5, 6, 9, 1, 6, 1, 2), [in_week(4)])
    assert result.shift == Shift.NO_CLEAR_CHANGE


def test_all_equal_is_no_clear_change():
    assert quality_signal(weeks(*[0] * 9), [in_week(4)]).shift == Shift.NO_CLEAR_CHANGE


def test_the_latest_improvement_with_weeks_enough_is_judged():
    markers = [in_week(10, "new"), in_week(4, "old"), in_week(5, "mid")]
    result = quality_signal(weeks(5, 6, 5, 6, 5, 9, 1, 2, 1, 2, 1), markers)
    assert (result.marker.win, result.shift) == ("mid", Shift.LOWER)


def test_without_any_improvement_there_is_nothing_to_compare():
    result = quality_signal(weeks(5, 6), [])
    assert (result.shift, result.marker, result.missing) == (Shift.NOT_ENOUGH, None, (4, 4))


def test_an_exposure_can_be_part_of_one():
    result = quality_signal(weeks(5, 6, 5, 6, 9, 1, 2, 1, 2, exposure=0.5), [in_week(4)])
    assert result.shift == Shift.LOWER


def test_weeks_without_deliveries_are_left_out():
    empty = weeks(*[0] * 9, exposure=0)
    assert quality_signal(empty, [in_week(4)]).missing == (4, 4)
    assert pooled([]) is None


def test_one_heavy_week_that_outweighs_the_others_keeps_it_quiet():
    """Seven of eight weeks were better, but over all deliveries more went wrong."""
    heavy = Period(MONDAY + timedelta(weeks=20), MONDAY + timedelta(weeks=21), 900, 4000)
    result = quality_signal([*weeks(*[3] * 8, 9, *[1] * 7), heavy], [in_week(8)])
    assert result.p <= 0.10
    assert result.shift == Shift.NO_CLEAR_CHANGE
