"""Micro-goals as pages show them (R8a, R20, R23, R27)."""

from datetime import date

import pytest

from tests.support.make import DAY, NOON, win
from tests.support.plans import (
    FRIDAYS,
    READY,
    TODAY,
    a_draft,
    active_goal,
    an_objective,
    meets,
    ticks,
)
from tests.support.queries import counted_queries
from webapp.domain.goals import states
from webapp.domain.goals.active import active_goals, goals_without_objective
from webapp.domain.goals.dependencies import add_dependency
from webapp.domain.goals.lists import goals_page
from webapp.domain.goals.pages import goal_page
from webapp.rules.goals.dependencies import GoalOrWin, ThingKind
from webapp.rules.goals.goals import PlannedCriterion
from webapp.rules.shared.moments import moment_at
from webapp.rules.shared.schedule import Every, Schedule

ZONE = "Europe/Berlin"


def page(person, day=TODAY, now=NOON):
    return goals_page(person.me, day, now, ZONE)


def test_the_active_ones_come_by_due_day(ana):
    later = active_goal(ana, due=date(2026, 11, 30))
    sooner = active_goal(ana, due=date(2026, 11, 23))
    assert [row.id for row in page(ana).active] == [sooner, later]


def test_ticks_and_numbers_show_how_far_it_is(ana):
    goal_id = active_goal(
        ana, criteria=(PlannedCriterion("Summary"), PlannedCriterion("", 5, "calls"))
    )
    ana.sends(ticks(goal_id, 1, done=True), ticks(goal_id, 2, value=3))
    [row] = page(ana).active
    assert [(mark.done, mark.value) for mark in row.marks] == [(True, None), (False, 3)]
    ana.sends(ticks(goal_id, 2, value=5, at=NOON + 120_000))
    assert page(ana).active[0].all_marked


def test_a_goal_is_overdue_by_the_persons_clock(ana):
    active_goal(ana, due=date(2026, 11, 22))
    assert not page(ana).active[0].over
    assert page(ana, date(2026, 11, 23), NOON + 17 * 3_600_000).active[0].over


def test_a_recurring_plan_shows_its_last_periods_calmly(ana):  # R23
    goal_id = active_goal(ana, FRIDAYS)
    ana.sends(meets(goal_id, period="2026-12-04"))
    [row] = page(ana, date(2026, 12, 7)).active
    assert (row.due, row.met_by, row.recent) == ("2026-12-11", "", (1, 2))


def test_todays_period_is_not_missed_while_it_can_be_met(ana):
    goal_id = active_goal(ana, FRIDAYS)
    ana.sends(meets(goal_id, period="2026-12-04"))
    friday = date(2026, 12, 11)
    assert page(ana, friday).active[0].recent == (1, 2)
    ana.sends(meets(goal_id, period="2026-12-11", at=NOON + 60_000))
    assert page(ana, friday).active[0].recent == (2, 3)
    assert page(ana, date(2026, 12, 12)).active[0].recent == (2, 3)


@pytest.mark.parametrize(
    ("today", "due"),
    [
        (date(2027, 2, 1), "2027-02-28"),
        (date(2027, 3, 1), "2027-03-31"),
        (date(2028, 2, 29), "2028-02-29"),
        (date(2028, 4, 30), "2028-04-30"),
    ],
)
def test_a_monthly_plan_for_the_31st_falls_on_the_last_of_shorter_months(ana, today, due):  # R19
    ends = Schedule(Every.MONTHLY, month_day=31)
    goal_id = active_goal(ana, due=date(2028, 12, 31), schedule=ends)
    at = moment_at(f"{today}T12:00", ZONE).instant
    assert [row.due for row in page(ana, today, at).active] == [due]
    ana.sends(meets(goal_id, at=at), now=at)
    assert [row.met_by != "" for row in page(ana, today, at).active] == [True]


def test_a_win_that_came_of_a_period_is_not_offered_again(ana):
    goal_id = active_goal(ana, FRIDAYS)
    ana.sends(meets(goal_id), win(goal=goal_id, at=NOON + 120_000))
    [row] = page(ana).active
    assert (bool(row.met_by), row.logged) == (True, True)


def test_a_plan_that_is_met_still_offers_its_last_win(ana):  # R22
    goal_id = active_goal(ana, FRIDAYS)
    ana.sends(win(goal=goal_id, at=NOON + DAY), now=NOON + DAY)
    ana.sends(meets(goal_id, at=NOON + 26 * DAY), now=NOON + 26 * DAY)
    row = goal_page(ana.me, goal_id, date(2026, 12, 18), NOON + 26 * DAY, ZONE).row
    assert (row.state, bool(row.met_by), row.logged) == ("met", True, False)


def test_now_possible_lists_goals_whose_dependencies_are_met(ana):  # R27
    first, second = active_goal(ana), a_draft(ana, statement="Next")
    add_dependency(ana.me, GoalOrWin(ThingKind.GOAL, second), GoalOrWin(ThingKind.GOAL, first))
    assert (page(ana).possible, [row.id for row in page(ana).drafts]) == ([], [second])
    ana.sends(meets(first))
    assert [row.id for row in page(ana).possible] == [second]
    assert page(ana).drafts == []


def test_the_page_of_goals_holds_its_queries(ana):
    for number in range(6):
        a_draft(ana, statement=f"g{number}")
    with counted_queries() as queries:
        goals_page(ana.me, TODAY, NOON, ZONE)
    assert len(queries) <= 10


def test_today_shows_at_most_three_active_goals_in_one_query(ana):  # R8a
    person = ana.me
    for _ in range(3):
        active_goal(ana)
    with counted_queries() as queries:
        lines = active_goals(person, TODAY)
    assert (len(lines), len(queries)) == (3, 1)
    assert {line.statement for line in lines} == {READY.statement}


def test_a_line_of_today_says_that_its_period_is_met(ana):  # R8a, R23
    goal_id = active_goal(ana, FRIDAYS)
    (line,) = active_goals(ana.me, TODAY)
    assert (line.due, line.period, line.met_by) == ("2026-11-27", "2026-11-27", "")
    completion = meets(goal_id)
    ana.sends(completion)
    assert [line.met_by for line in active_goals(ana.me, TODAY)] == [completion["id"]]


def test_parked_goals_are_not_on_today(ana):
    states.park(ana.me, active_goal(ana), NOON)
    assert active_goals(ana.me, TODAY) == []


def test_active_goals_without_an_objective_are_a_pitfall(ana):  # R20
    objective = an_objective(ana)
    without = active_goal(ana)
    orphan = active_goal(ana, objectives=(objective,), no_objective=False)
    assert [goal for goal, _ in goals_without_objective(ana.me)] == [without]
    an_objective(ana, delete=objective)
    assert {goal for goal, _ in goals_without_objective(ana.me)} == {without, orphan}
