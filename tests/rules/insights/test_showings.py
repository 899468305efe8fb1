"""When an adjustment may be shown again (R42)."""

from datetime import date, timedelta

from webapp.rules.insights.showings import Showing, current_showing, may_show

DAY = date(2026, 11, 2)


def after(days):
    return DAY + timedelta(days=days)


def test_what_was_never_shown_may_be():
    assert may_show("a", [Showing("b", DAY, dismissed=True)], DAY)


def test_a_showing_stays_for_a_week():
    shown = Showing("a", DAY)
    assert [current_showing("a", [shown], after(at)) for at in (0, 6)] == [shown] * 2
    assert may_show("a", [shown], after(6))
    assert current_showing("a", [shown], after(7)) is None


def test_it_is_shown_once_in_four_weeks():
    assert not may_show("a", [Showing("a", DAY)], after(7))
    assert not may_show("a", [Showing("a", DAY)], after(27))
    assert may_show("a", [Showing("a", DAY)], after(28))


def test_a_snooze_hides_it_at_once_and_never_shortens_the_four_weeks():
    week, half_year = (Showing("a", DAY, snoozed_until=after(days)) for days in (7, 180))
    assert not may_show("a", [week], DAY)
    assert not may_show("a", [week], after(7))
    assert may_show("a", [week], after(28))
    assert not may_show("a", [half_year], after(179))
    assert may_show("a", [half_year], after(180))


def test_a_dismissed_one_never_returns():
    assert not may_show("a", [Showing("a", DAY, dismissed=True)], after(1000))


def test_a_done_one_cools_down_like_any():
    done = Showing("a", DAY, done=True)
    assert not may_show("a", [done], DAY)
    assert may_show("a", [done], after(28))


def test_the_latest_showing_counts():
    assert not may_show("a", [Showing("a", DAY), Showing("a", after(28))], after(40))
