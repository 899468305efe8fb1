"""Reading a win plan (R19)."""

from datetime import date

import pytest

from webapp.rules.goals.goals import Plan, PlannedCriterion
from webapp.rules.goals.plans import PlanForm, form_of
from webapp.rules.goals.plans import parse_plan as parse_plan_in
from webapp.rules.shared.number_formats import ENGLISH, NumberFormat
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


def parse_plan(form, style=ENGLISH):
    return parse_plan_in(form, style)


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
    assert parse_plan(form_of(parse_plan(WEEKLY), ENGLISH)) == parse_plan(WEEKLY)
    number = PlanForm(target="2,5", unit="hours", cadence="monthly", month_day="31")
    assert parse_plan(form_of(parse_plan(number), ENGLISH)) == parse_plan(number)


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
        (PlanForm(cadence="monthly", month_day="٣٢"), "month_day"),
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


GERMAN = NumberFormat(",", ".")


@pytest.mark.parametrize(
    ("target", "style", "number"),
    [
        ("2,5", ENGLISH, 2.5),
        (" 2.5 ", ENGLISH, 2.5),
        ("1,000", ENGLISH, 1000),
        ("1.000", GERMAN, 1000),
        ("١٠٠٠", ENGLISH, 1000),
    ],
)
def test_the_number_to_reach_is_read_as_the_page_writes_it(target, style, number):
    [criterion] = parse_plan(PlanForm(target=target), style).criteria
    assert criterion.target == number


@pytest.mark.parametrize("style", [ENGLISH, GERMAN])
@pytest.mark.parametrize("number", [1.234, 1000, 1234.5, 1e15, 1e-9])
def test_the_number_of_a_plan_can_be_shown_and_sent_again(style, number):
    plan = Plan(criteria=(PlannedCriterion("", number, "pages"),))
    assert parse_plan(form_of(plan, style), style) == plan


def test_a_number_that_can_mean_two_is_asked():
    with pytest.raises(Invalid, match=r"“1\.000” can mean 1 or 1000"):
        parse_plan(PlanForm(target="1.000"))


def test_per_cent_is_a_number_where_the_unit_is_per_cent():
    assert parse_plan(PlanForm(target="12 %", unit="%")).criteria[0].target == 12
    with pytest.raises(Invalid, match="not counted in %"):
        parse_plan(PlanForm(target="12 %", unit="calls"))


@pytest.mark.parametrize("month_day", ["0123", "0312", "000000031000", "٣²"])
def test_no_day_of_the_month_is_made_of_a_part_of_what_was_typed(month_day):
    with pytest.raises(Invalid, match="day of the month"):
        parse_plan(PlanForm(cadence="monthly", month_day=month_day))


def test_the_day_of_the_month_and_the_time_are_read_in_arabic_digits():
    plan = parse_plan(PlanForm(cadence="monthly", month_day="٣١", time_of_day="١٧:٣٠"))
    assert (plan.schedule.month_day, plan.schedule.time_of_day) == (31, 17 * 60 + 30)


@pytest.mark.parametrize("typed", ["5:30 pm", "5:30pm", "17:00:00:00", "17:3x", "24:00", "5.30"])
def test_a_time_of_day_that_is_not_on_a_clock_is_not_guessed(typed):
    with pytest.raises(Invalid, match="Give the time of day like 17:00"):
        parse_plan(PlanForm(time_of_day=typed), ENGLISH)
