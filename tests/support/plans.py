"""Micro-goals and objectives for tests."""

import uuid
from dataclasses import replace
from datetime import date
from typing import Any

from tests.support.make import NOON, Someone, entry
from webapp.domain.goals import states
from webapp.domain.goals.goals import draft_goal
from webapp.rules.goals.goals import Plan, PlannedCriterion
from webapp.rules.shared.schedule import Every, Schedule
from webapp.rules.shared.workdays import mask_of
from webapp.storage.objectives.objectives import Objective

TODAY = date(2026, 11, 22)  # the day of NOON
READY = Plan(
    statement="Send 1 page on the migration",
    criteria=(PlannedCriterion("Summary on top"), PlannedCriterion("Two visuals")),
    due=date(2026, 11, 27),
    impact="Faster decisions",
    no_objective=True,
)
FRIDAYS = replace(
    READY, due=date(2026, 12, 18), schedule=Schedule(Every.WEEKLY, mask_of([4]), None, 17 * 60)
)


def a_draft(someone: Someone, plan: Plan = READY, **changes: Any) -> str:
    """Create a draft of theirs; return its id."""
    return draft_goal(someone.me, replace(plan, **changes), NOON)


def active_goal(someone: Someone, plan: Plan = READY, **changes: Any) -> str:
    """Create an active goal of theirs; return its id."""
    goal_id = a_draft(someone, plan, **changes)
    states.activate(someone.me, goal_id, TODAY, NOON)
    return goal_id


def an_objective(someone: Someone, name: str = "Faster decisions", delete: str = "") -> str:
    """Create an objective of theirs, or delete the one with the id `delete`; return its id."""
    if delete:
        Objective.delete().where(Objective.id == delete).execute()
        return delete
    objective_id = str(uuid.uuid4())
    Objective.create(owner=someone.me.owner, id=objective_id, name=name, created=NOON)
    return objective_id


def meets(goal_id: str, **more: Any) -> dict[str, Any]:
    """Return an entry that says a goal is met."""
    at = more.pop("at", NOON + 60_000)
    return entry("meet_goal", at=at, target=goal_id, **more)


def ticks(goal_id: str, criterion: int, **more: Any) -> dict[str, Any]:
    """Return an entry that ticks a criterion of a goal."""
    at = more.pop("at", NOON + 60_000)
    return entry("tick_criterion", at=at, target=goal_id, criterion=criterion, **more)
