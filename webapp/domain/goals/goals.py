"""Drafting, changing and deleting micro-goals."""

import uuid
from datetime import date
from typing import Any

from webapp.domain.account.acting import Acting
from webapp.domain.account.deletions import delete_once
from webapp.domain.goals.plans import columns_of, plan_of, with_its_objective, write_parts
from webapp.domain.goals.verified import verify_wins_of
from webapp.domain.shared.changing import changing
from webapp.rules.goals.goals import (
    CLOSED,
    MOST_OPEN,
    OPEN,
    TOO_MANY_OPEN,
    GoalState,
    Plan,
    missing_to_activate,
)
from webapp.rules.shared.deletions import DeletedKind
from webapp.rules.shared.problems import Conflict, Invalid, NotFound
from webapp.storage.account.deletions import Rows
from webapp.storage.capture.wins import one_win
from webapp.storage.goals.changes import CompletedOccurrence, GoalChange
from webapp.storage.goals.criteria import Criterion, Tick
from webapp.storage.goals.dependencies import Dependency, create_dependency
from webapp.storage.goals.goals import Goal, GoalObjective, goals_in, one_goal
from webapp.storage.goals.lessons import LessonUse
from webapp.storage.goals.members import GoalMember

# What is stored of a goal beside its row.
PARTS: tuple[Any, ...] = (
    *(Criterion, Tick, GoalObjective, GoalChange, CompletedOccurrence, LessonUse, GoalMember),
)


def draft_goal(acting: Acting, plan: Plan, now: int, after: str = "") -> str:
    """Store a plan as a draft and return its id; after: the id of the win it builds on, or "".

    A draft may lack anything. Invalid: an objective is not the person's, or too many are open, or
    there are too many objectives for a new one.
    """
    with changing(acting):
        goal_id = store_draft(acting, with_its_objective(acting, plan, now), now)
        if after and one_win(acting.owner, after).exists():
            create_dependency(acting.owner, ("goal", goal_id), ("win", after))
    return goal_id


def store_draft(acting: Acting, plan: Plan, now: int, rescoped_from: str = "") -> str:
    """Store a new draft and return its id; inside a transaction.

    Invalid: as many are open as may be.
    """
    if goals_in(acting.owner, *OPEN).count() >= MOST_OPEN:
        raise Invalid(TOO_MANY_OPEN)
    goal_id = str(uuid.uuid4())
    new = {"owner": acting.owner, "id": goal_id, "rescoped_from": rescoped_from}
    Goal.create(**new, state_at=now, created=now, **columns_of(plan))
    write_parts(acting, goal_id, plan)
    return goal_id


def change_goal(acting: Acting, goal_id: str, plan: Plan, today: date, now: int) -> None:
    """Replace the plan of a goal; the old words of all but drafts stay readable.

    Invalid: the goal is active and would lack what active goals need. Conflict: it is closed, and a
    closed plan is not rewritten afterwards. NotFound.
    """
    with changing(acting):
        goal = goal_of(acting, goal_id)
        if goal.state in CLOSED:
            raise Conflict
        plan = with_its_objective(acting, plan, now)
        before = plan_of(acting, goal)
        if goal.state == GoalState.ACTIVE:
            _keep_ready(plan, before, today)
        said, says = (before.statement, before.due), (plan.statement, plan.due)
        if goal.state != GoalState.DRAFT and said != says:
            store_old_words(goal, now)
        its = (Goal.owner == acting.owner, Goal.id == goal_id)
        Goal.update(**columns_of(plan)).where(*its).execute()
        write_parts(acting, goal_id, plan)
        verify_wins_of(acting, [goal_id])


def delete_goal(acting: Acting, goal_id: str, now: int) -> str:
    """Delete a goal and everything stored about it, or raise NotFound; its wins stay.

    Returns the id of the deletion; now: ms.
    """

    def delete(rows: Rows) -> str:
        goal = goal_of(acting, goal_id)
        rows.delete(Goal, Goal.owner == acting.owner, Goal.id == goal_id)
        for model in PARTS:
            rows.delete(model, model.owner == acting.owner, model.goal == goal_id)
        named = (Dependency.subject == goal_id) | (Dependency.needs == goal_id)
        rows.delete(Dependency, Dependency.owner == acting.owner, named)
        verify_wins_of(acting, [goal_id])
        return str(goal.statement)

    return delete_once(acting, DeletedKind.GOAL, goal_id, now, delete)


def goal_of(acting: Acting, goal_id: str) -> Goal:
    """Return the person's own goal with this id, or raise NotFound."""
    goal: Goal | None = one_goal(acting.owner, goal_id).first()
    if goal is None:
        raise NotFound
    return goal


def store_old_words(goal: Goal, now: int) -> None:
    """Store what a goal says until now (ms), before it says something else."""
    GoalChange.create(
        owner=goal.owner_id,
        id=str(uuid.uuid4()),
        goal=goal.id,
        state="",
        at=max(now, goal.state_at + 1),
        statement=goal.statement,
        due=goal.due,
    )


def _keep_ready(plan: Plan, before: Plan, today: date) -> None:
    # A due day that has passed since, and is not changed, is no reason to refuse other words.
    since = min(today, before.due) if plan.due == before.due and before.due else today
    if problems := missing_to_activate(plan, since):
        raise Invalid(*problems)
