"""How far a first sentence about confidence is, and what the running week needs."""

from datetime import date, timedelta

import pytest

from webapp.rules.insights.beginnings import Beginning, ThisWeek, beginning_of
from webapp.rules.insights.trends import confidence_trend
from webapp.rules.insights.weeks import Answer

MONDAY = date(2026, 11, 16)


def begins(today: int, *days: int) -> Beginning:
    """Return the beginning on the day `today` after MONDAY, with answers on these days after it."""
    on = MONDAY + timedelta(days=today)
    answers = [Answer(MONDAY + timedelta(days=day), 5, "s") for day in days]
    beginning = beginning_of(confidence_trend(answers, on), answers, on)
    assert beginning
    return beginning


@pytest.mark.parametrize(
    ("today", "days", "week"),
    [
        (0, (), ThisWeek.TWO_MORE),
        (0, (0,), ThisWeek.ONE_MORE),
        (5, (), ThisWeek.TWO_MORE),
        (6, (), ThisWeek.TOO_LATE),
        (6, (0,), ThisWeek.ONE_MORE),
        (6, (6,), ThisWeek.TOO_LATE),
        (6, (0, 6), ThisWeek.COUNTS),
        (7, (0, 6), ThisWeek.TWO_MORE),
    ],
)
def test_a_week_needs_two_answers_by_sunday(
    today: int, days: tuple[int, ...], week: ThisWeek
) -> None:
    assert begins(today, *days).week is week


def test_it_counts_weeks_answers_and_days() -> None:
    beginning = begins(8, 0, 2, 7)
    assert (beginning.counted, beginning.missing, beginning.answers) == (1, 3, 3)
    assert (beginning.days, beginning.answered_today) == (20, False)


def test_at_no_pace_no_day_is_named() -> None:
    assert begins(21, 0, 7, 14).days is None


def test_with_four_weeks_that_count_the_beginning_is_over() -> None:
    answers = [Answer(MONDAY + timedelta(days=d), 5, "s") for d in (0, 1, 7, 8, 14, 15, 21, 22)]
    today = MONDAY + timedelta(days=28)
    assert beginning_of(confidence_trend(answers, today), answers, today) is None
