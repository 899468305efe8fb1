"""What an indicator says now, and whether its value of this week is due."""

from datetime import date, timedelta

import pytest

from webapp.rules.objectives.indicators import Value
from webapp.rules.objectives.readings import Course, headline, is_weekly, kept_between

DAY = date(2026, 11, 24)


def course(*numbers: float) -> Course | None:
    """Return the course of values on consecutive days."""
    found = headline([Value(DAY + timedelta(days=n), value) for n, value in enumerate(numbers)])
    assert found
    return found.course


def test_without_a_value_there_is_no_headline() -> None:
    assert headline([]) is None


@pytest.mark.parametrize(
    ("numbers", "says"),
    [
        ((7,), None),
        ((7, 2), Course.DOWN),
        ((7, 2, 9), Course.UP),
        ((7, 2, 7), Course.SAME),
    ],
)
def test_the_newest_value_lies_beside_the_first(
    numbers: tuple[float, ...], says: Course | None
) -> None:
    assert course(*numbers) is says


def test_values_of_how_many_are_compared_as_rates() -> None:
    found = headline([Value(DAY, 10, 100), Value(DAY + timedelta(days=1), 20, 400)])
    assert found
    assert (found.is_rate, found.now, found.before, found.course) == (True, 5, 10, Course.DOWN)


def test_a_rate_is_not_compared_with_a_value_that_is_none() -> None:
    found = headline([Value(DAY, 10), Value(DAY + timedelta(days=1), 20, 400)])
    assert found
    assert (found.now, found.before) == (5, None)


@pytest.mark.parametrize("today", [DAY - timedelta(days=1), DAY, DAY + timedelta(days=5)])
def test_what_is_due_had_its_newest_value_in_the_two_weeks_before(today: date) -> None:
    assert kept_between(today) == (date(2026, 11, 9), date(2026, 11, 23))


@pytest.mark.parametrize(("days", "says"), [(1, True), (7, True), (10, True), (11, False)])
def test_a_value_a_week_is_weekly(days: int, says: bool) -> None:
    assert is_weekly(DAY, DAY - timedelta(days=days)) is says


def test_one_value_makes_no_habit() -> None:
    assert not is_weekly(DAY, None)
