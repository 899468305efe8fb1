"""What goals and wins depend on and unlock (R27)."""

import uuid

import pytest

from tests.support.make import NOON, undo, win
from tests.support.plans import READY, a_draft
from webapp.domain.goals.dependencies import (
    add_dependency,
    delete_dependency,
    dependency_options,
    stacks_of,
)
from webapp.domain.goals.goals import delete_goal, draft_goal
from webapp.domain.outbox.deletions import undo_deletion
from webapp.rules.goals.dependencies import GoalOrWin, ThingKind, would_close_cycle
from webapp.rules.shared.problems import Invalid, NotFound
from webapp.storage.goals.dependencies import Dependency, own_dependencies


def a_goal(person, statement="A goal"):
    return GoalOrWin(ThingKind.GOAL, a_draft(person, statement=statement))


def a_win(person, what="A win"):
    logged = win(what)
    person.sends(logged)
    return GoalOrWin(ThingKind.WIN, logged["id"]), logged


def stack_of(person, thing):
    return stacks_of(person.me, [thing.id])[thing.id]


def words(needs):
    return [need.words for need in needs]


def test_goals_and_wins_name_what_they_depend_on_and_unlock(ana):  # R27
    goal, (logged, _) = a_goal(ana), a_win(ana)
    add_dependency(ana.me, goal, logged)
    assert words(stack_of(ana, goal).needs) == ["A win"]
    assert words(stack_of(ana, logged).unlocks) == ["A goal"]


def test_a_win_can_be_named_after_a_goal_too(ana):
    goal, (logged, _) = a_goal(ana), a_win(ana)
    add_dependency(ana.me, logged, goal)
    assert [need.met for need in stack_of(ana, logged).needs] == [False]


def test_a_goal_that_builds_on_a_win_names_it(ana):  # R27: in one tap
    _, logged = a_win(ana)
    goal_id = draft_goal(ana.me, READY, NOON, after=logged["id"])
    assert words(stack_of(ana, GoalOrWin(ThingKind.GOAL, goal_id)).needs) == ["A win"]


def test_a_win_that_is_not_there_is_not_named(ana):
    goal_id = draft_goal(ana.me, READY, NOON, after=str(uuid.uuid4()))
    assert stack_of(ana, GoalOrWin(ThingKind.GOAL, goal_id)).needs == []


def test_naming_it_twice_is_naming_it_once(ana):
    goal, (logged, _) = a_goal(ana), a_win(ana)
    for _ in range(2):
        add_dependency(ana.me, goal, logged)
    assert Dependency.select().count() == 1


def test_nothing_waits_for_itself_even_round_a_corner(ana):
    first, second, third = a_goal(ana), a_goal(ana), a_goal(ana)
    add_dependency(ana.me, second, first)
    add_dependency(ana.me, third, second)
    for subject, needs in [(first, third), (first, first)]:
        with pytest.raises(Invalid):
            add_dependency(ana.me, subject, needs)


def test_a_long_chain_is_looked_through():
    links = [(str(n), str(n + 1)) for n in range(5000)]
    assert would_close_cycle("5000", "0", links)
    assert not would_close_cycle("0", "5000", links)


def test_it_can_be_taken_away_again_and_a_second_time_changes_nothing(ana):
    goal, (logged, _) = a_goal(ana), a_win(ana)
    add_dependency(ana.me, goal, logged)
    for _ in range(2):
        delete_dependency(ana.me, goal.id, logged.id)
        assert stack_of(ana, goal).needs == []


def test_what_is_gone_is_not_waited_for(ana):
    goal, other, (logged, entry) = a_goal(ana), a_goal(ana), a_win(ana)
    add_dependency(ana.me, goal, logged)
    add_dependency(ana.me, goal, other)
    ana.sends(undo(entry))
    delete_goal(ana.me, other.id, NOON)
    assert stack_of(ana, goal).needs == []


def test_anothers_things_are_not_found(ana, cleo):
    mine, theirs = a_goal(cleo), a_goal(ana)
    for subject, needs in [(mine, theirs), (theirs, mine)]:
        with pytest.raises(NotFound):
            add_dependency(cleo.me, subject, needs)
    assert words(dependency_options(cleo.me, theirs)) == ["A goal"]  # her own


def test_a_goal_that_is_back_waits_for_nothing_that_waits_for_it(ana):
    first, gone, last = (GoalOrWin(ThingKind.GOAL, a_draft(ana)) for _ in range(3))
    add_dependency(ana.me, first, gone)
    add_dependency(ana.me, gone, last)
    deleted = delete_goal(ana.me, gone.id, NOON)
    add_dependency(ana.me, last, first)
    undo_deletion(ana.me, deleted, NOON)
    assert own_dependencies(ana.me.owner).count() == 2
