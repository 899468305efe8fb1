"""Reading a win plan from a form (R19)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from webapp.rules.capture.fields import LONGEST_AREA
from webapp.rules.goals.goals import Plan, PlannedCriterion
from webapp.rules.objectives.objectives import LONGEST_NAME
from webapp.rules.shared import fields as of
from webapp.rules.shared.number_formats import NumberFormat, typed
from webapp.rules.shared.numbers import read_number, read_whole, signs_of
from webapp.rules.shared.problems import N_, Invalid, Problem
from webapp.rules.shared.schedule import Every, Schedule
from webapp.rules.shared.text import clean_text, has_words
from webapp.rules.shared.workdays import parse_weekdays

T = TypeVar("T")

MOST_LINES = 12
LONGEST_LINE = 300
LONGEST_UNIT = 40
YEARS = range(2000, 2101)
ANOTHER_DAY = "another"


@dataclass(frozen=True, slots=True)
class PlanForm:
    """A win plan as it was typed; criteria: one a line; weekdays: "0" (Monday) to "6".

    due_choice: the ISO day of the chip that was chosen, or "" or ANOTHER_DAY: then `due` counts.
    """

    statement: str = ""
    criteria: str = ""
    target: str = ""
    unit: str = ""
    due: str = ""
    due_choice: str = ""
    cadence: str = "once"
    weekdays: tuple[str, ...] = ()
    month_day: str = ""
    time_of_day: str = ""
    impact: str = ""
    area: str = ""
    objectives: tuple[str, ...] = ()
    new_objective: str = ""
    no_objective: bool = False

    @property
    def due_day(self) -> str:
        """Return the day that was chosen, as it was typed."""
        return self.due if self.due_choice in {"", ANOTHER_DAY} else self.due_choice

    @property
    def lines(self) -> list[str]:
        """Return the criteria, one for each row of the form."""
        return self.criteria.splitlines()


def parse_plan(form: PlanForm, style: NumberFormat) -> Plan:
    """Return the plan that was typed, or raise Invalid with every problem at once.

    A field that is empty is no problem.
    """
    problems: list[Problem] = []
    none: tuple[PlannedCriterion, ...] = ()

    def read(parse: Callable[[], T], otherwise: T) -> T:
        try:
            return parse()
        except Invalid as invalid:
            problems.extend(invalid.problems)
            return otherwise

    objectives = read(lambda: of.ids().check("objectives", list(form.objectives)), "")
    new_objective = read(lambda: _new_objective(form), "")
    plan = Plan(
        statement=read(lambda: of.line().check("statement", form.statement), ""),
        criteria=read(lambda: _lines(form.criteria), none)
        + read(lambda: _number(form, style), none),
        due=read(lambda: parse_day("due", form.due_day), None),
        schedule=read(lambda: _schedule(form), Schedule()),
        impact=read(lambda: clean_text("impact", form.impact), ""),
        area=read(lambda: of.line(LONGEST_AREA).check("area", form.area), ""),
        objectives=tuple(objectives.split()),
        new_objective=new_objective,
        no_objective=form.no_objective and not objectives and not new_objective,
    )
    if problems:
        raise Invalid(*problems)
    return plan


def form_of(plan: Plan, style: NumberFormat) -> PlanForm:
    """Return what a person would type for this plan; parse_plan gives the plan back."""
    number = next(
        (criterion for criterion in plan.criteria if criterion.target is not None),
        PlannedCriterion("", None),
    )
    return PlanForm(
        statement=plan.statement,
        criteria="\n".join(
            criterion.text for criterion in plan.criteria if criterion.target is None
        ),
        target="" if number.target is None else typed(number.target, style),
        unit=number.unit,
        due=plan.due.isoformat() if plan.due else "",
        cadence=plan.schedule.every,
        weekdays=tuple(day for day in "0123456" if plan.schedule.weekdays >> int(day) & 1),
        month_day=str(plan.schedule.month_day or ""),
        time_of_day=clock_time(plan.schedule.time_of_day),
        impact=plan.impact,
        area=plan.area,
        objectives=plan.objectives,
        no_objective=plan.no_objective,
    )


def parse_day(field: str, text: str) -> date | None:
    """Return the day of "2028-02-29", None for "", or raise Invalid."""
    if not text:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = date.min
    if day.year not in YEARS:
        raise Invalid(Problem(field, N_("Choose a day that is in the calendar, up to 2100.")))
    return day


def clock_time(minutes: int | None) -> str:
    """Return "17:00" for minutes after midnight, "" for None."""
    return "" if minutes is None else f"{minutes // 60:02}:{minutes % 60:02}"


def _new_objective(form: PlanForm) -> str:
    name = str(of.line(LONGEST_NAME).check("new_objective", form.new_objective))
    if name and len(form.objectives) >= of.MOST_IDS:
        raise Invalid(Problem("new_objective", N_("Choose at most ten.")))
    return name


def _lines(text: str) -> tuple[PlannedCriterion, ...]:
    cleaned = clean_text("criteria", text)
    lines = [" ".join(line.split()) for line in cleaned.split("\n") if has_words(line)]
    if len(lines) > MOST_LINES:
        raise Invalid(
            Problem("criteria", N_("Keep it to %(most)s criteria."), {"most": MOST_LINES})
        )
    if any(len(line) > LONGEST_LINE for line in lines):
        raise Invalid(
            Problem(
                "criteria",
                N_("Keep each criterion to %(longest)s characters."),
                {"longest": LONGEST_LINE},
            )
        )
    return tuple(PlannedCriterion(line) for line in dict.fromkeys(lines))


def _number(form: PlanForm, style: NumberFormat) -> tuple[PlannedCriterion, ...]:
    unit = of.line(LONGEST_UNIT).check("unit", form.unit)
    target = read_number("target", form.target, style, signs=signs_of(unit))
    if target is None:
        return ()
    if target <= 0:
        raise Invalid(Problem("target", N_("Choose a number above zero to reach.")))
    return (PlannedCriterion("", target, unit),)


def _schedule(form: PlanForm) -> Schedule:
    if form.cadence not in list(Every):
        raise Invalid(Problem("cadence", N_("Choose once, daily, weekly or monthly.")))
    every = Every(form.cadence)
    by_weekday = every in {Every.DAILY, Every.WEEKLY}
    weekdays = parse_weekdays("weekdays", form.weekdays if by_weekday else ())
    month_day = _month_day(form.month_day) if every is Every.MONTHLY else None
    return Schedule(every, weekdays, month_day, _minutes(form.time_of_day))


def _month_day(text: str) -> int | None:
    if not text:
        return None
    day = read_whole(text, range(1, 32))
    if day is None:
        raise Invalid(Problem("month_day", N_("Choose a day of the month from 1 to 31.")))
    return day


def _minutes(text: str) -> int | None:
    if not text:
        return None
    typed_hours, _, rest = text.partition(":")
    typed_minutes, *seconds = rest.split(":")
    hours, minutes = read_whole(typed_hours, range(24)), read_whole(typed_minutes, range(60))
    if hours is None or minutes is None or len(seconds) > 1:
        raise Invalid(Problem("time_of_day", N_("Give the time of day like 17:00.")))
    return hours * 60 + minutes
