"""Rates of values with an exposure (R25, R41)."""

from datetime import date, timedelta

from webapp.rules.objectives.indicators import Value, rates

FRIDAY = date(2026, 11, 20)
THURSDAY = FRIDAY - timedelta(days=1)
WITH, WITHOUT = Value(FRIDAY, 3, 40), Value(FRIDAY, 3)


def test_with_an_exposure_the_rate_is_compared():
    assert rates([Value(THURSDAY, 3, 10), WITH]) == [Value(THURSDAY, 30), Value(FRIDAY, 7.5)]


def test_an_earlier_value_without_an_exposure_has_no_rate():
    assert rates([Value(THURSDAY, 3), WITH]) == [Value(FRIDAY, 7.5)]


def test_without_an_exposure_now_the_values_are_compared():
    assert rates([Value(THURSDAY, 3, 10), WITHOUT]) == rates([]) == []
