"""Micro-goals as pages show them (R8a, R20, R23, R27)."""

from datetime import date

import pytest

from tests.support.make import DAY, NOON, undo, win
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
from webapp.domain.goals.active import goals_without_objective, todays_things
from webapp.domain.goals.dependencies import add_dependency
from webapp.domain.goals.lists import PAGE, goals_page
from webapp.domain.goals.pages import goal_page
from webapp.rules.goals.dependencies import GoalOrWin, ThingKind
from webapp.rules.goals.goals import PlannedCriterion
from webapp.rules.shared.moments import moment_at
from webapp.rules.shared.schedule import Every, Schedule

ZONE = "Europe/Berlin"


def page(person, day=TODAY, now=NOON):
    return goals_page(person.me, day, now, ZONE)


def lines(person, day=TODAY):
    return todays_things(person.me, day, ZONE).goals


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
        shown = todays_things(person, TODAY, ZONE).goals
    assert (len(shown), len(queries)) == (3, 1)
    assert {line.statement for line in shown} == {READY.statement}


def test_a_line_of_today_says_that_its_period_is_met(ana):  # R8a, R23
    goal_id = active_goal(ana, FRIDAYS)
    (line,) = lines(ana)
    assert (line.due, line.period, line.met_by) == ("2026-11-27", "2026-11-27", "")
    completion = meets(goal_id)
    ana.sends(completion)
    assert [line.met_by for line in lines(ana)] == [completion["id"]]


def test_a_goal_met_today_stays_with_the_entry_that_takes_it_back(ana):  # R22
    goal_id = active_goal(ana)
    meeting = meets(goal_id)
    ana.sends(meeting, win(goal=goal_id))
    [row] = page(ana).met_today
    assert (row.id, row.met_by, row.logged, page(ana).closed) == (goal_id, meeting["id"], True, [])
    assert [(line.id, line.met_by) for line in lines(ana)] == [(goal_id, meeting["id"])]
    assert (page(ana).active, page(ana).counts["met"]) == ([], 0)


def test_from_the_next_day_on_it_is_among_the_closed_ones(ana):
    goal_id = active_goal(ana)
    ana.sends(meets(goal_id))
    after, at = date(2026, 11, 23), NOON + DAY
    assert (page(ana, after, at).met_today, lines(ana, after)) == ([], [])
    assert [row.id for row in page(ana, after, at).closed] == [goal_id]
    assert page(ana, after, at).counts["met"] == 1


def test_of_two_meetings_the_one_that_counts_is_taken_back(ana):
    goal_id = active_goal(ana)
    first, second = meets(goal_id), meets(goal_id, at=NOON + 120_000)
    ana.sends(first, second)
    assert [row.met_by for row in page(ana).met_today] == [second["id"]]
    ana.sends(undo(second, at=NOON + 180_000))
    assert [row.met_by for row in page(ana).met_today] == [first["id"]]


def test_goals_met_today_take_no_line_of_an_active_one(ana):  # R8a
    for goal_id in [active_goal(ana) for _ in range(3)]:
        ana.sends(meets(goal_id))
    active = {active_goal(ana) for _ in range(3)}
    assert {line.id for line in lines(ana)[:3]} == active
    assert [bool(line.met_by) for line in lines(ana)] == [False] * 3 + [True] * 3


def test_closed_goals_of_a_day_of_many_are_still_led_to(ana):
    for number in range(PAGE + 1):
        ana.sends(meets(active_goal(ana), at=NOON + 60_000 + number))
    assert (len(page(ana).met_today), page(ana).closed) == (PAGE, [])
    assert page(ana).earlier.id == page(ana).met_today[-1].id
    assert page(ana).counts["met"] == 1  # the one that is on the next page


def test_parked_goals_are_not_on_today(ana):
    states.park(ana.me, active_goal(ana), NOON)
    assert lines(ana) == []


def test_active_goals_without_an_objective_are_a_pitfall(ana):  # R20
    objective = an_objective(ana)
    without = active_goal(ana)
    orphan = active_goal(ana, objectives=(objective,), no_objective=False)
    assert [goal for goal, _ in goals_without_objective(ana.me)] == [without]
    an_objective(ana, delete=objective)
    assert {goal for goal, _ in goals_without_objective(ana.me)} == {without, orphan}
