"""Plans, states and criteria of micro-goals (R19-R22)."""

import random
from datetime import date

import pytest

from webapp.rules.goals.goals import (
    Fact,
    GoalState,
    Plan,
    PlannedCriterion,
    hints_for,
    is_met,
    missing_to_activate,
    state_after,
    with_keys,
)
from webapp.rules.shared.schedule import Every, Schedule
from webapp.rules.shared.workdays import mask_of

TODAY = date(2026, 11, 24)
READY = Plan("Send 1 page", (PlannedCriterion("Summary"),), date(2026, 11, 27), objectives=("o",))


def fields(problems):
    return [problem.field for problem in problems]


def test_a_whole_plan_lacks_nothing():
    assert missing_to_activate(READY, TODAY) == []


def test_activating_reports_everything_that_is_missing_at_once():  # R20
    lacking = fields(missing_to_activate(Plan(), TODAY))
    assert lacking == ["statement", "criteria", "due", "objectives"]


def test_no_objective_yet_is_a_choice_that_counts():  # R20
    assert (
        missing_to_activate(Plan("x", (PlannedCriterion("y"),), TODAY, no_objective=True), TODAY)
        == []
    )


@pytest.mark.parametrize(
    ("due", "says"),
    [(date(2026, 11, 23), "has passed"), (None, "Choose the day"), (date(2026, 11, 24), "")],
)
def test_a_due_day_in_the_past_is_refused(due, says):
    problems = missing_to_activate(
        Plan("x", (PlannedCriterion("y"),), due, no_objective=True), TODAY
    )
    assert says in " ".join(map(str, problems))
    assert bool(problems) == bool(says)


def test_a_recurring_plan_needs_an_occurrence_before_it_ends():
    fridays = Schedule(Every.WEEKLY, mask_of([4]))
    plan = Plan("x", (PlannedCriterion("y"),), date(2026, 11, 26), fridays, no_objective=True)
    assert fields(missing_to_activate(plan, TODAY)) == ["due"]


@pytest.mark.parametrize(("day", "far"), [(8, False), (9, True)])
def test_due_more_than_two_weeks_away_gets_a_hint(day, far):  # R21
    plan = Plan("Send 1 page", (PlannedCriterion("Summary"),), date(2026, 12, day))
    assert (fields(hints_for(plan, TODAY, "en")) == ["due"]) is far


def test_a_plan_that_recurs_is_not_far_away_because_it_ends_late():
    plan = Plan("Send 1 page", due=date(2027, 6, 1), schedule=Schedule(Every.WEEKLY))
    assert hints_for(plan, TODAY, "en") == []


def test_the_last_word_of_the_owner_decides_the_state_in_any_order_of_arrival():  # R22
    facts = [
        Fact(GoalState.ACTIVE, 1, "a"),
        Fact(GoalState.ABANDONED, 5, "b"),
        Fact(GoalState.MET, 5, "c"),
    ]
    for seed in range(6):
        random.Random(seed).shuffle(facts)
        assert state_after(facts) == Fact(GoalState.MET, 5, "c")
    assert state_after([]) is None


@pytest.mark.parametrize(
    ("criterion", "done", "value", "met"),
    [
        (PlannedCriterion("x"), True, None, True),
        (PlannedCriterion("x"), False, None, False),
        (PlannedCriterion("", 5, "calls"), False, 5.0, True),
        (PlannedCriterion("", 5, "calls"), False, 4.5, False),
        (PlannedCriterion("", 5, "calls"), False, None, False),
    ],
)
def test_criteria_are_a_checklist_or_a_number(criterion, done, value, met):  # R19
    assert is_met(criterion, done=done, value=value) is met


def test_a_criterion_that_stays_keeps_its_key_wherever_it_is_moved():
    before = {
        1: PlannedCriterion("Summary"),
        2: PlannedCriterion("Visuals"),
        3: PlannedCriterion("", 5, "calls"),
    }
    criteria = [
        PlannedCriterion("New"),
        PlannedCriterion("Visuals"),
        PlannedCriterion("", 8, "calls"),
    ]
    assert with_keys(criteria, before, used=4) == {5: criteria[0], 2: criteria[1], 3: criteria[2]}
