"""Days until there is enough."""

from datetime import date, timedelta

import pytest

from webapp.rules.insights.paces import days_at_pace

TODAY = date(2026, 11, 20)


def ago(*days):
    return [TODAY - timedelta(days=day) for day in days]


@pytest.mark.parametrize(
    ("missing", "happened", "days"),
    [
        (2, ago(9, 5), 10),  # two in ten days
        (3, ago(0), 21),  # the first was today, which shows no pace yet
        (3, ago(0, 0, 0), 7),
        (3, ago(5, 5, 4), 7),
        (1, ago(100, 20, 10), 28),  # two in eight weeks
        (1, ago(56), None),  # none in eight weeks
        (1, [], None),
        (0, [], 0),
        (1, ago(-3, 6, 1), 4),  # what is dated ahead has not happened
    ],
)
def test_the_pace_is_that_of_the_last_eight_weeks(missing, happened, days):
    assert days_at_pace(missing, happened, TODAY, missing, timedelta(weeks=52)) == days


@pytest.mark.parametrize(
    ("needed", "weeks", "days"),
    [
        (9, 8, None),  # one a week is never nine in eight weeks
        (4, 8, 14),
        (5, 4, None),
        (4, 4, 14),
    ],
)
def test_a_pace_that_never_fills_the_window_never_gets_there(needed, weeks, days):
    weekly = ago(6, 13, 20, 27, 34)
    assert days_at_pace(2, weekly, TODAY, needed, timedelta(weeks=weeks)) == days
