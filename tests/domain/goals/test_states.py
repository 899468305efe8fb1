"""The states of micro-goals (R20-R22)."""

from datetime import date

import pytest

from tests.support.at_once import at_once
from tests.support.make import MINUTE, NOON
from tests.support.plans import READY, TODAY, a_draft, active_goal
from webapp.domain.account.settings import change_setting
from webapp.domain.goals import states
from webapp.domain.goals.goals import goal_of
from webapp.domain.goals.plans import plan_of
from webapp.rules.goals.goals import Plan
from webapp.rules.shared.problems import Conflict, Invalid
from webapp.storage.goals.changes import changes_of


def state(person, goal_id):
    return goal_of(person.me, goal_id).state


def test_activating_needs_all_four_and_names_them_at_once(ana):  # R20
    goal_id = a_draft(ana, Plan())
    with pytest.raises(Invalid) as raised:
        states.activate(ana.me, goal_id, TODAY, NOON)
    assert [p.field for p in raised.value.problems] == [
        "statement", "criteria", "due", "objectives",
    ]  # fmt: skip
    assert state(ana, goal_id) == "draft"


def test_a_due_day_in_the_past_is_refused(ana):
    goal_id = a_draft(ana, due=date(2026, 11, 21))
    with pytest.raises(Invalid, match="has passed"):
        states.activate(ana.me, goal_id, TODAY, NOON)


def test_a_whole_plan_becomes_active(ana):  # R22
    goal_id = active_goal(ana)
    goal = goal_of(ana.me, goal_id)
    assert (goal.state, goal.active_from) == ("active", "2026-11-22")


def test_activating_twice_is_activating_once(ana):
    goal_id = active_goal(ana)
    states.activate(ana.me, goal_id, TODAY, NOON)
    assert changes_of(ana.me.owner, goal_id).count() == 1


def test_above_the_limit_there_is_no_room(ana):  # R21
    goals = [active_goal(ana) for _ in range(3)]
    with pytest.raises(states.Full):
        active_goal(ana)
    assert [state(ana, goal) for goal in goals] == ["active"] * 3


def test_a_swap_parks_one_and_sets_the_other(ana):  # R21
    first, *_ = [active_goal(ana) for _ in range(3)]
    new = a_draft(ana)
    states.activate(ana.me, new, TODAY, NOON, parks=first)
    assert (state(ana, first), state(ana, new)) == ("parked", "active")


def test_of_two_swaps_of_the_same_goal_one_wins_and_the_other_is_refused(ana):
    first, *_ = [active_goal(ana) for _ in range(3)]
    one, other = a_draft(ana), a_draft(ana)
    states.activate(ana.me, one, TODAY, NOON, parks=first)
    with pytest.raises(states.Full):
        states.activate(ana.me, other, TODAY, NOON, parks=first)
    assert (state(ana, one), state(ana, other)) == ("active", "draft")


def test_of_two_swaps_at_the_same_moment_one_wins_and_the_other_is_refused(dora):  # R21
    first, *_ = [active_goal(dora) for _ in range(3)]
    tabs = [a_draft(dora) for _ in range(2)]
    result = at_once(
        *[lambda one=one: states.activate(dora.me, one, TODAY, NOON, parks=first) for one in tabs]
    )
    assert sorted(map(type, result), key=str) == sorted([type(None), states.Full], key=str)
    assert sorted(state(dora, one) for one in tabs) == ["active", "draft"]
    assert state(dora, first) == "parked"


def test_the_last_place_goes_to_one_of_two_at_the_same_moment(dora):  # R21
    for _ in range(2):
        active_goal(dora)
    tabs = [a_draft(dora) for _ in range(2)]
    at_once(*[lambda one=one: states.activate(dora.me, one, TODAY, NOON) for one in tabs])
    assert sorted(state(dora, one) for one in tabs) == ["active", "draft"]


@pytest.mark.parametrize("limit", [1, 7])
def test_the_limit_is_the_one_that_the_person_chose(ana, limit):  # R21: 1-7
    change_setting(ana.me, "goal_limit", [str(limit)])
    for _ in range(limit):
        active_goal(ana)
    with pytest.raises(states.Full):
        active_goal(ana)


def test_a_swap_with_anothers_goal_parks_nothing(ana, cleo):
    theirs = active_goal(cleo)
    for _ in range(3):
        active_goal(ana)
    with pytest.raises(states.Full):
        states.activate(ana.me, a_draft(ana), TODAY, NOON, parks=theirs)
    assert state(cleo, theirs) == "active"


def test_parking_makes_room(ana):  # R21
    first, *_ = [active_goal(ana) for _ in range(3)]
    states.park(ana.me, first, NOON)
    active_goal(ana)
    assert state(ana, first) == "parked"


@pytest.mark.parametrize("after", ["not_met", "abandoned"])
def test_a_goal_can_be_not_met_or_given_up_with_a_reason(ana, after):  # R22
    goal_id = active_goal(ana)
    states.close(ana.me, goal_id, after, "The data came late", NOON)
    [_, change] = changes_of(ana.me.owner, goal_id)
    assert (state(ana, goal_id), change.note) == (after, "The data came late")


def test_only_these_two_are_reasons_to_close(ana):
    goal_id = active_goal(ana)
    with pytest.raises(Invalid):
        states.close(ana.me, goal_id, "met", "", NOON)


@pytest.mark.parametrize("after", ["not_met", "abandoned"])
def test_closing_can_be_taken_back(ana, after):
    goal_id = active_goal(ana)
    states.close(ana.me, goal_id, after, "", NOON)
    states.take_back(ana.me, goal_id, NOON)
    assert state(ana, goal_id) == "active"


def test_other_states_cannot_be_taken_back(ana):
    goal_id = active_goal(ana)
    with pytest.raises(Conflict):
        states.take_back(ana.me, goal_id, NOON)


def test_a_rescoped_goal_keeps_its_history_and_goes_on_in_a_new_one(ana):  # R22
    goal_id = active_goal(ana)
    new_id = states.rescope(ana.me, goal_id, "Too much for a week", NOON + MINUTE)
    old, new = goal_of(ana.me, goal_id), goal_of(ana.me, new_id)
    assert (old.state, new.state, new.rescoped_from) == ("rescoped", "draft", goal_id)
    assert plan_of(ana.me, new) == READY
    assert [c.statement for c in changes_of(ana.me.owner, goal_id)] == [READY.statement] * 2


def test_a_draft_is_not_rescoped_but_changed(ana):
    with pytest.raises(Conflict):
        states.rescope(ana.me, a_draft(ana), "", NOON)


@pytest.mark.parametrize("verb", [
    lambda me, goal: states.park(me, goal, NOON),
    lambda me, goal: states.close(me, goal, "not_met", "", NOON),
    lambda me, goal: states.rescope(me, goal, "", NOON),
    lambda me, goal: states.activate(me, goal, TODAY, NOON),
])  # fmt: skip
def test_what_is_closed_stays_closed(ana, verb):
    goal_id = active_goal(ana)
    states.close(ana.me, goal_id, "abandoned", "", NOON)
    with pytest.raises(Conflict):
        verb(ana.me, goal_id)
