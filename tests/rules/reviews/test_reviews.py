"""When a review is due."""

from datetime import date

import pytest

from webapp.rules.reviews.reviews import Due, ReviewSchedule, next_review, parse_review_schedule
from webapp.rules.shared.problems import Invalid

MONDAY = date(2026, 11, 2)
WEEKLY = ReviewSchedule()


@pytest.mark.parametrize(
    ("last", "today", "due"),
    [
        (None, 3, Due(date(2026, 11, 6), False)),
        (None, 6, Due(date(2026, 11, 6), False)),
        (None, 7, Due(date(2026, 11, 6), True)),
        (date(2026, 11, 6), 7, Due(date(2026, 11, 13), False)),
        (date(2026, 11, 5), 7, Due(date(2026, 11, 13), False)),  # a day early is this week's
        (date(2026, 11, 9), 10, Due(date(2026, 11, 13), False)),  # on Monday it was last week's
    ],
)
def test_it_is_due_on_the_plans_weekday(last, today, due):
    assert next_review(WEEKLY, last, MONDAY, date(2026, 11, today)) == due


def test_nobody_is_late_on_their_first_day():
    friday = date(2026, 11, 6)
    assert next_review(WEEKLY, None, friday, friday) == Due(date(2026, 11, 13), False)


def test_every_four_weeks_over_new_year():
    last = date(2026, 12, 18)
    assert next_review(ReviewSchedule(every=4), last, MONDAY, last).day == date(2027, 1, 15)


def test_all_problems_of_a_plan_are_said_at_once():
    with pytest.raises(Invalid) as found:
        parse_review_schedule({"weekday": "7", "every": "3", "minutes": "x", "time": "25:00"})
    assert [p.field for p in found.value.problems] == ["weekday", "every", "minutes", "time"]


def test_a_plan_is_read_from_its_form():
    form = {"weekday": "3", "every": "2", "minutes": "20", "time": "09:30"}
    assert parse_review_schedule(form) == ReviewSchedule(3, 2, 20, 570)
