"""Which days count."""

from datetime import date

import pytest

from webapp.rules.problems import Invalid
from webapp.rules.workdays import WORKDAYS, last_workdays, mask_of, parse_weekdays, weekdays_in

MON, TUE, FRI, SUN = (date(2026, 11, day) for day in (16, 17, 20, 22))


def test_a_mask_holds_weekdays():
    assert weekdays_in(WORKDAYS) == {0, 1, 2, 3, 4}
    assert mask_of([0, 6]) == 0b1000001
    assert parse_weekdays("days", ["0", "6"]) == 0b1000001
    assert parse_weekdays("days", []) == 0


@pytest.mark.parametrize("value", ["7", "-1", "Monday", "", None])
def test_what_is_no_weekday_is_refused(value):
    with pytest.raises(Invalid):
        parse_weekdays("days", ["0", value])


def test_a_weekend_is_no_working_day_but_today_counts():
    assert last_workdays(SUN, 3, WORKDAYS, ()) == [date(2026, 11, 19), FRI, SUN]


def test_days_off_and_pauses_are_left_out():
    assert last_workdays(TUE, 2, WORKDAYS, {MON}) == [date(2026, 11, 13), TUE]


def test_without_working_days_there_is_today():
    assert last_workdays(TUE, 14, 0, ()) == [TUE]
