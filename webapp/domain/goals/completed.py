"""What follows once a micro-goal is met: the entry that said so, and the win that comes of it."""

from datetime import date

from peewee import ModelSelect

from webapp.domain.account.acting import Acting
from webapp.domain.goals.plans import day_or_none, plan_of, schedule_of
from webapp.rules.capture.fields import WinKind
from webapp.rules.goals.goals import GoalState
from webapp.rules.shared.schedule import open_occurrence
from webapp.storage.goals.changes import (
    CompletedOccurrence,
    GoalChange,
    changes_of,
    completed_occurrences,
)
from webapp.storage.goals.goals import Goal


def completion_entry(acting: Acting, goal: Goal, today: date) -> str | None:
    """Return the id of the entry that completed a goal, or its open occurrence, or None."""
    if schedule_of(goal).recurs and goal.state != GoalState.MET:
        period = open_occurrence(schedule_of(goal), day_or_none(goal.due) or today, today)
        return _id_of(completed_occurrences(acting.owner, goal.id, period.isoformat()))
    met = changes_of(acting.owner, goal.id).where(GoalChange.state == GoalState.MET)
    return _id_of(met.where(GoalChange.at == goal.state_at))


def fields_of_win(acting: Acting, goal: Goal) -> dict[str, object]:
    """Return the fields of the win that comes of a goal, as an entry has them."""
    words = {"what": goal.statement, "impact": goal.impact, "area": goal.area}
    said = {name: value for name, value in words.items() if value}
    objectives = list(plan_of(acting, goal).objectives)
    return {**said, "kind": WinKind.MILESTONE.value, "goal": goal.id, "objectives": objectives}


def _id_of(rows: "ModelSelect[GoalChange] | ModelSelect[CompletedOccurrence]") -> str | None:
    first = rows.first()
    return first.id if first else None
