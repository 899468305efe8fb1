"""Drafting, changing and deleting micro-goals."""

from dataclasses import replace
from datetime import date

import pytest

from tests.support.make import NOON
from tests.support.plans import READY, TODAY, active_goal, an_objective
from webapp.domain.goals import states
from webapp.domain.goals.goals import change_goal, delete_goal, draft_goal, goal_of
from webapp.domain.goals.pages import MOST_CHANGES, goal_page
from webapp.domain.goals.plans import plan_of, planned_criteria
from webapp.domain.objectives.lattice import objective_page
from webapp.domain.objectives.objectives import delete_objective
from webapp.rules.goals.goals import Plan, PlannedCriterion
from webapp.rules.shared.problems import Conflict, Invalid, NotFound
from webapp.storage.goals.changes import GoalChange, changes_of
from webapp.storage.goals.goals import Goal


def test_a_draft_is_never_blocked(ana):  # R19
    goal = goal_of(ana.me, draft_goal(ana.me, Plan(), NOON))
    assert (goal.state, plan_of(ana.me, goal)) == ("draft", Plan())


def test_a_plan_is_kept_as_it_was_said(ana):
    plan = replace(READY, objectives=(an_objective(ana),), no_objective=False)
    goal_id = draft_goal(ana.me, plan, NOON)
    assert plan_of(ana.me, goal_of(ana.me, goal_id)) == plan


def test_a_goal_serves_several_objectives_and_each_is_served_by_several(ana):  # R24
    both = tuple(an_objective(ana, name) for name in ("Quality", "Speed"))
    first, second = (draft_goal(ana.me, replace(READY, objectives=both), NOON) for _ in range(2))
    for goal_id in (first, second):
        assert set(plan_of(ana.me, goal_of(ana.me, goal_id)).objectives) == set(both)
    assert {goal for goal, _, _ in objective_page(ana.me, both[0]).goals} == {first, second}


def test_an_objective_that_is_not_ones_own_is_refused_and_nothing_is_kept(ana, ben):
    theirs = replace(READY, objectives=(an_objective(ben),))
    with pytest.raises(Invalid):
        draft_goal(ana.me, theirs, NOON)
    assert not Goal.select().exists()


def test_a_goal_whose_objective_is_deleted_is_without_one(ana):
    objective = an_objective(ana)
    goal_id = draft_goal(ana.me, replace(READY, objectives=(objective,)), NOON)
    delete_objective(ana.me, objective, NOON)
    assert plan_of(ana.me, goal_of(ana.me, goal_id)).objectives == ()


def test_a_line_that_stays_keeps_its_key_and_a_new_one_gets_a_fresh_one(ana):
    goal_id = draft_goal(
        ana.me, replace(READY, criteria=(PlannedCriterion("a"), PlannedCriterion("b"))), NOON
    )
    change_goal(ana.me, goal_id, replace(READY, criteria=(PlannedCriterion("b"),)), TODAY, NOON)
    change_goal(
        ana.me,
        goal_id,
        replace(READY, criteria=(PlannedCriterion("c"), PlannedCriterion("b"))),
        TODAY,
        NOON,
    )
    assert planned_criteria(ana.me, goal_id) == {3: PlannedCriterion("c"), 2: PlannedCriterion("b")}


def test_the_words_of_a_draft_leave_no_history(ana):
    goal_id = draft_goal(ana.me, READY, NOON)
    change_goal(ana.me, goal_id, replace(READY, statement="Other"), TODAY, NOON)
    assert changes_of(ana.me.owner, goal_id).count() == 0


def test_other_words_of_an_active_goal_keep_those_it_had(ana):  # R22
    goal_id = active_goal(ana)
    change_goal(ana.me, goal_id, replace(READY, statement="Other"), TODAY, NOON + 1)
    words = [(change.state, change.statement) for change in changes_of(ana.me.owner, goal_id)]
    assert words == [("active", READY.statement), ("", READY.statement)]


def test_an_active_goal_stays_one_that_could_be_set(ana):
    goal_id = active_goal(ana)
    with pytest.raises(Invalid):
        change_goal(ana.me, goal_id, replace(READY, criteria=()), TODAY, NOON)
    assert len(planned_criteria(ana.me, goal_id)) == len(READY.criteria)


def test_a_day_that_has_passed_meanwhile_is_no_reason_to_refuse_other_words(ana):
    goal_id = active_goal(ana)
    change_goal(ana.me, goal_id, replace(READY, impact="More"), date(2027, 1, 1), NOON)
    assert goal_of(ana.me, goal_id).impact == "More"


def test_what_was_set_out_to_do_is_not_rewritten_after_it_was_closed(ana):
    goal_id = active_goal(ana)
    states.close(ana.me, goal_id, "not_met", "", NOON)
    with pytest.raises(Conflict):
        change_goal(ana.me, goal_id, READY, TODAY, NOON)


def test_deleting_a_goal_leaves_nothing_of_it(ana):
    goal_id = active_goal(ana)
    delete_goal(ana.me, goal_id, NOON)
    assert not changes_of(ana.me.owner, goal_id).exists()
    with pytest.raises(NotFound):
        goal_of(ana.me, goal_id)


@pytest.mark.parametrize("verb", [
    lambda me, goal: change_goal(me, goal, READY, TODAY, NOON),
    lambda me, goal: delete_goal(me, goal, NOON),
    lambda me, goal: states.activate(me, goal, TODAY, NOON),
    lambda me, goal: states.close(me, goal, "abandoned", "", NOON),
])  # fmt: skip
def test_anothers_goal_is_not_found_and_stays(ana, cleo, verb):
    goal_id = active_goal(ana)
    with pytest.raises(NotFound):
        verb(cleo.me, goal_id)
    assert goal_of(ana.me, goal_id).state == "active"


def test_a_page_shows_fifty_changes_and_leads_to_those_before(ana):
    goal = draft_goal(ana.me, Plan(), NOON)
    own = {"owner": ana.me.owner, "goal": goal, "state": "", "statement": "Then"}
    rows = [{**own, "id": f"{number:03}", "at": NOON + number} for number in range(MOST_CHANGES)]
    GoalChange.insert_many(rows).execute()
    page = goal_page(ana.me, goal, TODAY, NOON, "UTC")
    assert (len(page.changes), page.earlier) == (MOST_CHANGES, None)
    GoalChange.create(**own, id="more", at=NOON - 1)
    last = goal_page(ana.me, goal, TODAY, NOON, "UTC").earlier
    assert last is not None
    [before] = goal_page(ana.me, goal, TODAY, NOON, "UTC", (last.happened, last.id)).changes
    assert before.happened == NOON - 1
