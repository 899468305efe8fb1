"""Four pitfalls: each shows, does not, and waits for enough (R43)."""

from datetime import date, timedelta

import pytest

from webapp.rules.insights.pitfalls import (
    ActiveGoal,
    Pitfall,
    Praise,
    Rhythm,
    inconsistent,
    out_of_proportion,
    too_many_goals,
    without_outcome,
)
from webapp.rules.insights.wins import WinFacts
from webapp.rules.shared.calendars import Calendar, Pause

FRIDAY = date(2026, 11, 20)
LONG_AGO = FRIDAY - timedelta(weeks=4)


def wins(bare, counted, day=FRIDAY):
    return [WinFacts(str(at), day, counted=at >= bare) for at in range(bare + counted)]


@pytest.mark.parametrize(
    ("bare", "counted", "shows"), [(3, 3, True), (3, 2, True), (2, 3, False), (4, 0, False)]
)
def test_half_of_five_wins_without_outcome_show(bare, counted, shows):
    assert (without_outcome(wins(bare, counted), [], FRIDAY) is not None) is shows


def test_the_newest_bare_wins_come_first():
    rows = [*wins(4, 0, FRIDAY - timedelta(days=1)), WinFacts("new", FRIDAY)]
    found = without_outcome(rows, [], FRIDAY)
    assert (found.pitfall, found.rows[0], found.total) == (Pitfall.NO_OUTCOME, "new", 5)


def test_wins_of_four_weeks_ago_are_left_out():
    assert without_outcome(wins(9, 0, LONG_AGO), [], FRIDAY) is None


def test_a_goal_that_serves_nothing_shows_by_itself():  # R20
    goals = [ActiveGoal("a", FRIDAY, linked=False), ActiveGoal("b", FRIDAY, linked=True)]
    found = without_outcome(wins(1, 1), goals, FRIDAY)
    assert (found.rows, found.goals) == ((), ("a",))


def praises(light, others, day=FRIDAY):
    return [Praise(str(at), day, light=at < light) for at in range(light + others)]


@pytest.mark.parametrize(
    ("light", "others", "shows"),
    [(4, 2, True), (3, 3, False), (5, 0, False), (6, 0, True), (0, 9, False)],
)
def test_more_than_half_of_six_thanks_for_little_show(light, others, shows):
    assert (out_of_proportion(praises(light, others), FRIDAY) is not None) is shows


def test_thanks_of_thirty_days_ago_are_left_out():
    found = out_of_proportion(praises(4, 2), FRIDAY)
    assert (found.rows, found.total) == (("0", "1", "2", "3"), 6)
    assert out_of_proportion(praises(4, 2, FRIDAY - timedelta(days=29)), FRIDAY) is not None
    assert out_of_proportion(praises(4, 2, FRIDAY - timedelta(days=30)), FRIDAY) is None


def gap(what, every, days, calendar=None):
    """Return whether a gap of so many days up to Friday is found."""
    rhythm = Rhythm(what, every, FRIDAY - timedelta(days=days))
    return inconsistent([rhythm], calendar or Calendar(), FRIDAY) is not None


def test_a_gap_of_more_than_twice_its_rhythm_shows():
    assert not gap("quick", 1, days=3)  # Tuesday: Wednesday and Thursday are missing
    assert gap("quick", 1, days=4)
    assert not gap("milestone", 5, days=15)
    assert gap("milestone", 5, days=16)


def test_a_review_is_overdue_after_once():
    assert not gap("review", 5, days=7)
    assert gap("review", 5, days=10)


def test_weekends_days_off_and_pauses_make_no_gap():
    assert not gap("quick", 1, days=3, calendar=Calendar(days_off=frozenset({FRIDAY})))
    pause = Pause(FRIDAY - timedelta(days=30), FRIDAY - timedelta(days=2))
    assert not gap("quick", 1, days=31, calendar=Calendar(pauses=(pause,)))


def test_each_rhythm_is_looked_at():
    rhythms = [Rhythm("quick", 1, FRIDAY), Rhythm("review", 5, LONG_AGO)]
    found = inconsistent(rhythms, Calendar(), FRIDAY)
    assert (found.rows, found.total) == (("review",), 2)


def goals(count, overdue=0):
    late, soon = FRIDAY - timedelta(days=1), FRIDAY
    return [ActiveGoal(str(at), late if at < overdue else soon, True) for at in range(count)]


@pytest.mark.parametrize(
    ("count", "overdue", "limit", "shows"),
    [
        (3, 0, 3, False),
        (4, 0, 3, True),
        (4, 1, 7, False),
        (4, 2, 7, True),  # allowed, but they do not get done
        (3, 3, 3, False),
    ],
)
def test_too_many_are_more_than_the_limit_or_than_get_done(count, overdue, limit, shows):
    assert (too_many_goals(goals(count, overdue), limit, FRIDAY) is not None) is shows


def test_overdue_goals_are_named_before_all():
    assert too_many_goals(goals(5, 2), 7, FRIDAY).rows == ("0", "1")
    assert too_many_goals(goals(4), 3, FRIDAY).rows == ("0", "1", "2", "3")
