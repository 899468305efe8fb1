"""Reading a win plan (R19)."""

from datetime import date

import pytest

from webapp.rules.goals.goals import Plan, PlannedCriterion
from webapp.rules.goals.plans import PlanForm, form_of, parse_number, parse_plan
from webapp.rules.shared.problems import Invalid
from webapp.rules.shared.schedule import Every, Schedule
from webapp.rules.shared.workdays import mask_of

OBJECTIVE = "00000000-0000-4000-8000-000000000001"
WEEKLY = PlanForm(
    statement="A one-page, data-backed update on a key milestone",
    criteria="Summary\nTwo visuals\n\nA recommended next step\nNo errors in the data",
    due="2026-12-18",
    cadence="weekly",
    weekdays=("4",),
    time_of_day="17:00",
    impact="Clearer project, faster decisions",
    objectives=(OBJECTIVE,),
)


def test_a_win_plan_holds_goal_criteria_due_day_cadence_and_impact():  # R19
    assert parse_plan(WEEKLY) == Plan(
        statement="A one-page, data-backed update on a key milestone",
        criteria=(
            PlannedCriterion("Summary"),
            PlannedCriterion("Two visuals"),
            PlannedCriterion("A recommended next step"),
            PlannedCriterion("No errors in the data"),
        ),
        due=date(2026, 12, 18),
        schedule=Schedule(Every.WEEKLY, mask_of([4]), None, 17 * 60),
        impact="Clearer project, faster decisions",
        objectives=(OBJECTIVE,),
    )


def test_what_was_typed_can_be_shown_again():
    assert parse_plan(form_of(parse_plan(WEEKLY))) == parse_plan(WEEKLY)
    number = PlanForm(target="2,5", unit="hours", cadence="monthly", month_day="31")
    assert parse_plan(form_of(parse_plan(number))) == parse_plan(number)


def test_a_draft_is_never_blocked_by_what_it_lacks():  # R19
    assert parse_plan(PlanForm()) == Plan()


def test_no_objective_yet_gives_way_to_an_objective():
    assert not parse_plan(PlanForm(objectives=(OBJECTIVE,), no_objective=True)).no_objective


@pytest.mark.parametrize(
    ("form", "field"),
    [
        (PlanForm(due="2027-02-29"), "due"),
        (PlanForm(due="soon"), "due"),
        (PlanForm(due="9999-01-01"), "due"),
        (PlanForm(target="many"), "target"),
        (PlanForm(target="nan"), "target"),
        (PlanForm(target="-1"), "target"),
        (PlanForm(target="1e300"), "target"),
        (PlanForm(cadence="hourly"), "cadence"),
        (PlanForm(cadence="weekly", weekdays=("7",)), "weekdays"),
        (PlanForm(cadence="monthly", month_day="32"), "month_day"),
        (PlanForm(cadence="monthly", month_day="٣"), "month_day"),
        (PlanForm(time_of_day="24:00"), "time_of_day"),
        (PlanForm(time_of_day="10:75"), "time_of_day"),
        (PlanForm(time_of_day="noon"), "time_of_day"),
        (PlanForm(criteria="\n".join(map(str, range(13)))), "criteria"),
        (PlanForm(criteria="x" * 301), "criteria"),
        (PlanForm(statement="a\x00b"), "statement"),
        (PlanForm(area="x" * 61), "area"),
        (PlanForm(objectives=("x",)), "objectives"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(form, field):
    with pytest.raises(Invalid) as raised:
        parse_plan(form)
    assert [problem.field for problem in raised.value.problems] == [field]


def test_all_problems_of_a_form_come_at_once():
    with pytest.raises(Invalid) as raised:
        parse_plan(PlanForm(due="soon", target="many", time_of_day="noon"))
    assert {p.field for p in raised.value.problems} == {"due", "target", "time_of_day"}


def test_numbers_are_read_with_a_point_or_a_comma():
    assert (parse_number("x", "2,5"), parse_number("x", " 2.5 "), parse_number("x", "")) == (
        2.5,
        2.5,
        None,
    )
