"""Days of the week as one number."""

import pytest

from webapp.rules.shared.problems import Invalid
from webapp.rules.shared.workdays import (
    MONDAY_TO_FRIDAY,
    WORKDAYS,
    mask_of,
    parse_weekdays,
    weekdays_in,
    working_week,
)


def test_a_mask_holds_weekdays():
    assert weekdays_in(WORKDAYS) == {0, 1, 2, 3, 4}
    assert mask_of([0, 6]) == 0b1000001
    assert parse_weekdays("days", ["0", "6"]) == 0b1000001
    assert parse_weekdays("days", []) == 0


@pytest.mark.parametrize("value", ["7", "-1", "Monday", "", None])
def test_what_is_no_weekday_is_refused(value):
    with pytest.raises(Invalid):
        parse_weekdays("days", ["0", value])


@pytest.mark.parametrize(
    ("weekend", "works", "asked"),
    [
        ((5, 6), {0, 1, 2, 3, 4}, {0, 2, 4}),
        ((4, 5), {6, 0, 1, 2, 3}, {6, 1, 3}),  # Egypt: Sunday to Thursday
        ((3, 4), {5, 6, 0, 1, 2}, {5, 0, 2}),  # Afghanistan: Saturday to Wednesday
        ((4, 4), {5, 6, 0, 1, 2, 3}, {5, 0, 2}),  # Iran
        ((6, 6), {0, 1, 2, 3, 4, 5}, {0, 2, 4}),  # India
    ],
)
def test_the_working_week_lies_beside_the_weekend(
    weekend: tuple[int, int], works: set[int], asked: set[int]
) -> None:
    week = working_week(*weekend)
    assert (weekdays_in(week.workdays), weekdays_in(week.checkin_days)) == (works, asked)


def test_monday_to_friday_is_the_week_that_is_known_without_a_region() -> None:
    assert working_week(5, 6) == MONDAY_TO_FRIDAY
