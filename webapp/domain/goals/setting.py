"""Storing the plan of a micro-goal and activating it in one step."""

from datetime import date

from webapp.domain.account.acting import Acting
from webapp.domain.goals.goals import change_goal, draft_goal
from webapp.domain.goals.states import Full, activate
from webapp.domain.shared.changing import changing
from webapp.rules.goals.goals import Plan


def draft_and_set(
    acting: Acting, plan: Plan, today: date, now: int, after: str = ""
) -> tuple[str, bool]:
    """Store a plan and activate it; return its id, and whether there was room for it (R21).

    Without room it stays a draft. Invalid: what it lacks, or draft_goal; nothing is stored then.
    after: the id of the win that it builds on, or "". now: ms.
    """
    with changing(acting):
        goal_id = draft_goal(acting, plan, now, after)
        return goal_id, _activate(acting, goal_id, today, now)


def change_and_set(acting: Acting, goal_id: str, plan: Plan, today: date, now: int) -> bool:
    """Replace the plan of a goal and activate it; return whether there was room for it.

    Without room the plan is stored all the same. Invalid, Conflict, NotFound: as change_goal;
    Invalid also for what it lacks. now: ms.
    """
    with changing(acting):
        change_goal(acting, goal_id, plan, today, now)
        return _activate(acting, goal_id, today, now)


def _activate(acting: Acting, goal_id: str, today: date, now: int) -> bool:
    try:
        activate(acting, goal_id, today, now)
    except Full:
        return False
    return True
