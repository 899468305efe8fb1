"""The days that are offered as the due day of a plan."""

from datetime import date

import pytest

from webapp.rules.goals.due_days import Offer, offered_days, usual_day, week_end
from webapp.rules.shared.workdays import WORKDAYS, mask_of

SUNDAY, MONDAY, FRIDAY = date(2026, 11, 29), date(2026, 11, 30), date(2026, 12, 4)
EVERY_DAY = mask_of(range(7))


@pytest.mark.parametrize(
    ("today", "days", "end"),
    [
        (SUNDAY, range(5), FRIDAY),
        (FRIDAY, range(5), FRIDAY),
        (FRIDAY, (6, 0, 1, 2, 3), date(2026, 12, 10)),  # Sunday to Thursday
        (MONDAY, (0, 2, 4), FRIDAY),
        (MONDAY, (2,), date(2026, 12, 2)),
        (MONDAY, range(7), date(2026, 12, 6)),  # no day off: the calendar's week
        (MONDAY, (), None),
    ],
)
def test_the_working_week_ends_before_the_days_off(today, days, end) -> None:  # type: ignore[no-untyped-def]
    assert week_end(today, mask_of(days)) == end


def test_the_end_of_the_week_a_week_and_two_are_offered() -> None:
    offered = [(one.offer, one.day) for one in offered_days(MONDAY, WORKDAYS)]
    week, fortnight = (Offer.WEEK, date(2026, 12, 7)), (Offer.FORTNIGHT, date(2026, 12, 14))
    assert offered == [(Offer.WEEK_END, FRIDAY), week, fortnight]
    assert [one.offer for one in offered_days(MONDAY, 0)] == [Offer.WEEK, Offer.FORTNIGHT]


@pytest.mark.parametrize(
    ("today", "mask", "day"),
    [
        (MONDAY, WORKDAYS, FRIDAY),
        (FRIDAY, WORKDAYS, date(2026, 12, 11)),
        (MONDAY, 0, date(2026, 12, 7)),
        (date(2026, 12, 6), EVERY_DAY, date(2026, 12, 13)),
    ],
)
def test_a_new_plan_is_not_due_today(today: date, mask: int, day: date) -> None:
    assert usual_day(today, mask) == day
