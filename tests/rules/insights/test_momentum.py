"""Fourteen dots instead of a streak (R7)."""

from datetime import date, timedelta

from webapp.rules.insights.momentum import momentum
from webapp.rules.shared.calendars import Calendar, Pause

FRIDAY = date(2026, 11, 20)


def test_today_and_thirteen_working_days_before_are_shown():
    dots = momentum({FRIDAY}, Calendar(), FRIDAY).dots
    assert (len(dots), dots[0].day, dots[-1].day) == (14, date(2026, 11, 3), FRIDAY)
    assert [dot.won for dot in dots] == [False] * 13 + [True]


def test_a_win_on_a_weekend_takes_no_dot():
    result = momentum({date(2026, 11, 15)}, Calendar(), FRIDAY)
    assert result.won == 0


def test_on_a_day_off_the_last_dot_is_the_working_day_before():
    assert momentum(set(), Calendar(), date(2026, 11, 22)).dots[-1].day == FRIDAY


def test_a_pause_lets_earlier_days_move_up():
    paused = Calendar(pauses=(Pause(date(2026, 11, 2), date(2026, 11, 19)),))
    dots = momentum({date(2026, 10, 30)}, paused, FRIDAY).dots
    assert [(dot.day, dot.won) for dot in dots[-2:]] == [
        (date(2026, 10, 30), True),
        (FRIDAY, False),
    ]


def test_a_backdated_win_repairs_it():
    days = {FRIDAY - timedelta(days=ago) for ago in (0, 2)}
    before = momentum(days, Calendar(), FRIDAY).won
    assert momentum(days | {FRIDAY - timedelta(days=1)}, Calendar(), FRIDAY).won == before + 1


def test_who_never_works_has_no_dots():
    assert momentum(set(), Calendar(weekdays=frozenset()), FRIDAY).dots == ()
