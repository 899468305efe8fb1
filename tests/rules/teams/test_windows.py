"""Windows of team confidence, and what is ahead, open or due at a moment."""

from datetime import UTC, date, datetime

import pytest

from webapp.rules.shared.moments import Moment
from webapp.rules.teams.windows import (
    FIRST,
    Window,
    first_ahead,
    first_open,
    last_due,
    window,
    window_of,
)


def ms(text: str) -> int:
    """Return a moment of UTC as ms."""
    return round(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp() * 1000)


def test_windows_are_four_iso_weeks_from_26_january_2026():
    assert FIRST.isocalendar() == (2026, 5, 1)
    assert window(0) == Window(0, date(2026, 1, 26), date(2026, 2, 22))
    assert window(1).first == date(2026, 2, 23)
    assert window(13).first.isocalendar() == (2027, 4, 1)  # 2026 has 53 weeks


@pytest.mark.parametrize(
    ("day", "number"),
    [("2026-01-25", -1), ("2026-01-26", 0), ("2026-02-22", 0), ("2026-02-23", 1)],
)
def test_a_day_belongs_to_one_window(day: str, number: int):
    assert window_of(date.fromisoformat(day)) == number


def test_every_day_lies_within_its_window():
    for number in range(-2, 30):
        one = window(number)
        assert (window_of(one.first), window_of(one.last)) == (number, number)


@pytest.mark.parametrize(
    ("at", "number"),
    [
        ("2026-03-01T00:00", 0),  # the seventh day after Sunday 22 February
        ("2026-02-28T23:59:59.999", -1),
        ("2026-03-28T23:59:59.999", 0),
        ("2026-03-29T00:00", 1),  # on which clocks change in Europe
    ],
)
def test_a_window_is_due_from_midnight_utc_of_the_seventh_day_after_its_last(at: str, number: int):
    assert last_due(ms(at)) == number
    assert window(0).due == date(2026, 3, 1)


@pytest.mark.parametrize(
    ("at", "ahead"),
    [
        ("2026-02-22T07:59:59.999", 1),
        ("2026-02-22T08:00", 2),  # Monday 00:00 where clocks are 16 hours ahead
        ("2026-02-23T00:00", 2),
    ],
)
def test_a_choice_waits_for_a_window_that_has_begun_nowhere(at: str, ahead: int):
    assert first_ahead(ms(at)) == ahead


@pytest.mark.parametrize(
    ("at", "first"),
    [
        ("2026-02-23T00:00", 0),
        ("2026-02-24T03:59:59.999", 0),  # Sunday 11:59 of a day that starts at noon, 16 hours west
        ("2026-02-24T04:00", 1),
    ],
)
def test_who_leaves_is_out_of_every_window_that_is_not_over_everywhere(at: str, first: int):
    assert first_open(ms(at)) == first


@pytest.mark.parametrize("offset", [-16 * 60, -12 * 60, 0, 14 * 60, 16 * 60])
@pytest.mark.parametrize("day_start", [0, 12 * 60])
def test_nobody_anywhere_answers_for_a_window_that_is_ahead_or_over(offset: int, day_start: int):
    hour = 60 * 60 * 1000
    first = ms("2026-02-20T00:00")
    for instant in range(first, first + 6 * 24 * hour, hour):
        answered = window_of(Moment(instant, offset, "").day(day_start))
        assert first_open(instant) <= answered < first_ahead(instant)
