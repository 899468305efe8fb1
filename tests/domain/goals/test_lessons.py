"""Lessons of earlier wins for a new goal (R28)."""

import pytest

from tests.support.make import DAY, NOON, win
from tests.support.plans import READY, a_draft, an_objective
from webapp.domain.goals.lessons import forget_lesson, lessons_for, use_lesson
from webapp.rules.shared.problems import NotFound


def noted(person, **fields):
    logged = win(**{"worked": "Asking support first", **fields})
    person.sends(logged)
    return logged["id"]


def found(person, objectives=(), area="", goal_id=""):
    return [lesson.win for lesson in lessons_for(person.me, objectives, area, NOON, goal_id)]


def test_lessons_of_the_same_objective_are_shown(ana):  # R28
    objective = an_objective(ana)
    here, _ = noted(ana, objectives=[objective]), noted(ana, objectives=[an_objective(ana)])
    assert found(ana, (objective,)) == [here]


def test_lessons_of_the_same_area_are_shown(ana):  # R28
    here, _ = noted(ana, area="Support"), noted(ana, area="Sales")
    assert found(ana, area="Support") == [here]


def test_a_win_of_a_goal_counts_for_what_the_goal_serves(ana):
    objective = an_objective(ana)
    goal_id = a_draft(ana, READY, objectives=(objective,))
    here = noted(ana, goal=goal_id)
    assert found(ana, (objective,)) == [here]


def test_without_objective_and_area_there_are_none(ana):
    noted(ana)
    assert found(ana) == []


def test_a_win_that_says_neither_has_no_lesson(ana):
    noted(ana, area="Support", worked="", approach="Just did it")
    improve = noted(ana, area="Support", worked="", improve="Ask earlier")
    assert found(ana, area="Support") == [improve]


def test_only_the_newest_five_of_a_year_are_shown(ana):
    noted(ana, area="Support", at=NOON - 400 * DAY)
    wins = [noted(ana, area="Support", at=NOON - days * DAY) for days in range(7)]
    assert found(ana, area="Support") == wins[:5]


def test_lesson_used_can_be_ticked_and_unticked(ana):  # R28
    goal_id, win_id = a_draft(ana, area="Support"), noted(ana, area="Support")
    for _ in range(2):
        use_lesson(ana.me, goal_id, win_id, NOON)
    assert [lesson.used for lesson in lessons_for(ana.me, (), "Support", NOON, goal_id)] == [True]
    forget_lesson(ana.me, goal_id, win_id)
    assert [lesson.used for lesson in lessons_for(ana.me, (), "Support", NOON, goal_id)] == [False]


def test_anothers_lessons_are_never_shown(ana, cleo):
    win_id = noted(ana, area="Support")
    assert found(cleo, area="Support") == []
    with pytest.raises(NotFound):
        use_lesson(cleo.me, a_draft(cleo), win_id, NOON)
