"""Storing the win plan of a micro-goal, and reading it back."""

from dataclasses import asdict, replace
from datetime import date

from webapp.domain.account.acting import Acting
from webapp.domain.objectives.objectives import store_objective
from webapp.rules.goals.goals import Plan, PlannedCriterion, with_keys
from webapp.rules.objectives.objectives import ObjectiveFields
from webapp.rules.shared.folding import folded
from webapp.rules.shared.problems import N_, Invalid, Problem
from webapp.rules.shared.schedule import Every, Schedule, open_occurrence
from webapp.storage.goals.criteria import REMOVED, Criterion, criteria_of, highest_key
from webapp.storage.goals.goals import Goal, GoalObjective, served_by
from webapp.storage.objectives.objectives import Objective, own_objectives


def plan_of(acting: Acting, goal: Goal) -> Plan:
    """Return the plan of one's own goal; deleted objectives are left out."""
    served = served_by(acting.owner, [goal.id])
    return plan_from(
        goal,
        tuple(planned_criteria(acting, goal.id).values()),
        tuple(objective for _, objective, _ in served),
    )


def plan_from(
    goal: Goal, criteria: tuple[PlannedCriterion, ...], objectives: tuple[str, ...]
) -> Plan:
    """Return the plan of a goal whose criteria and objectives (ids) were read already."""
    return Plan(
        statement=goal.statement,
        criteria=criteria,
        due=day_or_none(goal.due),
        schedule=schedule_of(goal),
        impact=goal.impact,
        area=goal.area,
        objectives=objectives,
        no_objective=goal.no_objective,
    )


def planned_criteria(acting: Acting, goal_id: str) -> dict[int, PlannedCriterion]:
    """Return the criteria of a goal by their keys, in order."""
    stored = criteria_of(acting.owner, [goal_id])
    return {row.key: PlannedCriterion(row.text, row.target, row.unit) for row in stored}


def schedule_of(goal: Goal) -> Schedule:
    """Return when a goal falls due."""
    return Schedule(Every(goal.cadence), goal.weekdays, goal.month_day, goal.time_of_day)


def due_day(goal: Goal, day: date) -> str:
    """Return the ISO day of a goal's open occurrence on `day`, "" when it has no due day."""
    return open_day(schedule_of(goal), goal.due, day)


def open_day(schedule: Schedule, last: str | None, day: date) -> str:
    """Return due_day of a goal with this schedule whose last day (ISO) is `last`."""
    ends = day_or_none(last)
    return open_occurrence(schedule, ends, day).isoformat() if ends else ""


def columns_of(plan: Plan) -> dict[str, object]:
    """Return the columns of Goal that a plan fills."""
    return {
        "statement": plan.statement,
        "impact": plan.impact,
        "due": plan.due.isoformat() if plan.due else None,
        "cadence": plan.schedule.every,
        "weekdays": plan.schedule.weekdays,
        "month_day": plan.schedule.month_day,
        "time_of_day": plan.schedule.time_of_day,
        "area": plan.area,
        "no_objective": plan.no_objective,
    }


def with_its_objective(acting: Acting, plan: Plan, now: int) -> Plan:
    """Return the plan with its new objective stored and among its objectives; now: ms.

    One that has this name already is taken instead. Call it inside a transaction. Invalid: there
    are too many objectives.
    """
    if not plan.new_objective:
        return plan
    wanted = folded(plan.new_objective)
    named = (one.id for one in own_objectives(acting.owner) if folded(one.name) == wanted)
    its = next(named, "") or _stored_objective(acting, plan.new_objective, now)
    return replace(plan, objectives=tuple(dict.fromkeys((*plan.objectives, its))), new_objective="")


def write_parts(acting: Acting, goal_id: str, plan: Plan) -> None:
    """Replace the criteria and objectives of a goal with those of a plan.

    Call it inside a transaction. Invalid: an objective does not exist, or belongs to another
    person.
    """
    _write_criteria(acting, goal_id, plan.criteria)
    known = own_objectives(acting.owner).where(Objective.id.in_(plan.objectives))
    if known.count() < len(plan.objectives):
        raise Invalid(Problem("objectives", N_("Choose objectives that are there.")))
    GoalObjective.delete().where(
        GoalObjective.owner == acting.owner, GoalObjective.goal == goal_id
    ).execute()
    for objective in plan.objectives:
        GoalObjective.create(owner=acting.owner, goal=goal_id, objective=objective)


def day_or_none(text: str | None) -> date | None:
    """Return the day of an ISO date, None for None."""
    return date.fromisoformat(text) if text else None


def _stored_objective(acting: Acting, name: str, now: int) -> str:
    try:
        return store_objective(acting, ObjectiveFields(name), now)
    except Invalid as invalid:
        raise Invalid(*(replace(one, field="new_objective") for one in invalid.problems)) from None


def _write_criteria(acting: Acting, goal_id: str, criteria: tuple[PlannedCriterion, ...]) -> None:
    own = (Criterion.owner == acting.owner) & (Criterion.goal == goal_id)
    before = planned_criteria(acting, goal_id)
    used = highest_key(acting.owner, goal_id)
    given = with_keys(criteria, before, used)
    Criterion.update(place=REMOVED).where(own).execute()
    for place, (key, criterion) in enumerate(given.items()):
        columns = {"place": place, **asdict(criterion)}
        if key in before:
            Criterion.update(**columns).where(own, Criterion.key == key).execute()
        else:
            Criterion.create(owner=acting.owner, goal=goal_id, key=key, **columns)
