"""Fourteen dots instead of a streak (R7)."""

from datetime import date, timedelta

from webapp.rules.insights.momentum import momentum
from webapp.rules.shared.calendars import Calendar, Pause

FRIDAY = date(2026, 11, 20)
SUNDAY = date(2026, 11, 22)
LONG_AGO = date(2026, 1, 5)


def test_today_and_thirteen_working_days_before_are_shown():
    dots = momentum({FRIDAY}, Calendar(), FRIDAY, LONG_AGO).dots
    assert (len(dots), dots[0].day, dots[-1].day) == (14, date(2026, 11, 3), FRIDAY)
    assert [dot.won for dot in dots] == [False] * 13 + [True]


def test_a_win_on_a_weekend_takes_no_dot():
    result = momentum({date(2026, 11, 15)}, Calendar(), FRIDAY, LONG_AGO)
    assert result.won == 0


def test_on_a_day_off_the_last_dot_is_the_working_day_before():
    assert momentum(set(), Calendar(), SUNDAY, LONG_AGO).dots[-1].day == FRIDAY


def test_a_pause_lets_earlier_days_move_up():
    paused = Calendar(pauses=(Pause(date(2026, 11, 2), date(2026, 11, 19)),))
    dots = momentum({date(2026, 10, 30)}, paused, FRIDAY, LONG_AGO).dots
    assert [(dot.day, dot.won) for dot in dots[-2:]] == [
        (date(2026, 10, 30), True),
        (FRIDAY, False),
    ]


def test_a_backdated_win_repairs_it():
    days = {FRIDAY - timedelta(days=ago) for ago in (0, 2)}
    before = momentum(days, Calendar(), FRIDAY, LONG_AGO).won
    assert (
        momentum(days | {FRIDAY - timedelta(days=1)}, Calendar(), FRIDAY, LONG_AGO).won
        == before + 1
    )


def test_who_never_works_has_no_dots():
    assert momentum(set(), Calendar(weekdays=frozenset()), FRIDAY, LONG_AGO).dots == ()


def test_days_before_the_first_win_are_not_shown_as_missed():
    wednesday = FRIDAY - timedelta(days=2)
    dots = momentum({wednesday, FRIDAY}, Calendar(), FRIDAY, wednesday).dots
    assert [dot.won for dot in dots] == [True, False, True]


def test_without_a_win_only_today_has_a_dot():
    assert [dot.day for dot in momentum(set(), Calendar(), FRIDAY, None).dots] == [FRIDAY]


def test_a_first_win_on_a_day_off_is_answered_with_no_empty_dots():
    result = momentum({SUNDAY}, Calendar(), SUNDAY, SUNDAY)
    assert (result.dots, result.today_off) == ((), True)


def test_an_earlier_win_on_a_day_off_is_told_while_its_days_are_shown():
    monday = SUNDAY + timedelta(days=1)
    assert momentum({SUNDAY}, Calendar(), monday, SUNDAY).day_off
    assert not momentum({SUNDAY}, Calendar(), monday + timedelta(weeks=4), SUNDAY).day_off
    assert not momentum({FRIDAY}, Calendar(), monday, FRIDAY).day_off
