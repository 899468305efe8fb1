"""The states of micro-goals: activating, parking, closing and re-scoping them (R20-R22)."""

import uuid
from collections.abc import Iterable
from datetime import date

from webapp.domain.account.acting import Acting
from webapp.domain.account.deletions import delete_once
from webapp.domain.goals.goals import goal_of, store_draft
from webapp.domain.goals.members import keep_member
from webapp.domain.goals.plans import plan_of
from webapp.domain.goals.verified import verify_wins_of
from webapp.domain.shared.changing import changing
from webapp.rules.goals.goals import OPEN, Fact, GoalState, missing_to_activate, state_after
from webapp.rules.shared.deletions import DeletedKind
from webapp.rules.shared.ids import OwnerId
from webapp.rules.shared.problems import N_, Conflict, Invalid, Problem
from webapp.rules.shared.text import clean_text
from webapp.storage.account.deletions import Rows
from webapp.storage.goals.changes import GoalChange, newest_changes
from webapp.storage.goals.goals import Goal, goals_in

TAKEN_BACK = (GoalState.PARKED, GoalState.NOT_MET, GoalState.ABANDONED)


class Full(Conflict):
    """As many goals are active as the person wants at once: one of them must be parked first."""


def activate(acting: Acting, goal_id: str, today: date, now: int, parks: str = "") -> None:
    """Activate a goal, and park the active goal `parks` for it in the same transaction.

    Invalid: everything that it lacks. Full: there is no room, or `parks` is not active any more and
    there is none without it; nothing was changed. Conflict: it is closed. NotFound.
    """
    with changing(acting):
        goal = goal_of(acting, goal_id)
        if goal.state == GoalState.ACTIVE:
            return
        if goal.state not in OPEN:
            raise Conflict
        if problems := missing_to_activate(plan_of(acting, goal), today):
            raise Invalid(*problems)
        _make_room(acting, parks, now)
        _enter(goal, GoalState.ACTIVE, now)
        since = goal.active_from or today.isoformat()
        its = (Goal.owner == acting.owner, Goal.id == goal_id)
        Goal.update(active_from=since).where(*its).execute()


def park(acting: Acting, goal_id: str, now: int) -> None:
    """Put a goal aside for later; Conflict: it is closed or parked already. NotFound."""
    _move(acting, goal_id, (GoalState.DRAFT, GoalState.ACTIVE), GoalState.PARKED, "", now)


def close(acting: Acting, goal_id: str, state: str, note: str, now: int) -> None:
    """Close a goal that was not met or is given up; note: why, in the person's words.

    Invalid: another state. Conflict: it is closed already. NotFound.
    """
    if state not in (GoalState.NOT_MET, GoalState.ABANDONED):
        raise Invalid(Problem("state", N_("Choose whether it was not met, or is given up.")))
    _move(acting, goal_id, OPEN, GoalState(state), clean_text("note", note), now)


def rescope(acting: Acting, goal_id: str, note: str, now: int) -> str:
    """Close a goal as re-scoped and return the id of a draft with the same plan and member.

    The old goal keeps the original plan. Conflict: it is closed. NotFound.
    """
    words = clean_text("note", note)
    with changing(acting):
        goal = goal_of(acting, goal_id)
        if goal.state not in (GoalState.ACTIVE, GoalState.PARKED):
            raise Conflict
        _enter(goal, GoalState.RESCOPED, now, words)
        draft = store_draft(acting, plan_of(acting, goal), now, rescoped_from=goal_id)
        keep_member(acting, goal_id, draft)
        return draft


def take_back(acting: Acting, goal_id: str, now: int) -> str:
    """Restore the state that a goal had before it was parked, not met or abandoned.

    Returns the id of the deletion, by which the state and its note come back; now: ms.

    There may then be one active goal more than the limit: nothing that was done is refused for
    that. Conflict: it is in another state. NotFound.
    """

    def delete(rows: Rows) -> str:
        goal = goal_of(acting, goal_id)
        if goal.state not in TAKEN_BACK:
            raise Conflict
        its = (GoalChange.owner == acting.owner, GoalChange.id == _latest(goal).entry)
        statement: str = goal.statement
        rows.delete(GoalChange, *its)
        refresh_states(acting.owner, [goal_id])
        verify_wins_of(acting, [goal_id])
        return statement

    return delete_once(acting, DeletedKind.CLOSURE, goal_id, now, delete)


def refresh_states(owner: OwnerId, goal_ids: Iterable[str]) -> None:
    """Derive the state of these goals from what happened to them; inside a transaction."""
    ids = list(goal_ids)
    if not ids:  # the usual case; a query for nothing would slow every tap
        return
    for goal in Goal.select().where(Goal.owner == owner, Goal.id.in_(ids)):
        fact = _latest(goal)
        goal.state = fact.state
        goal.state_at = fact.at
        goal.save(only=[Goal.state, Goal.state_at])


def change_of(goal: Goal, fact: Fact, note: str = "") -> dict[str, object]:
    """Return the columns of the change that `fact` makes to a goal."""
    return {
        "owner": goal.owner_id,
        "id": fact.entry,
        "goal": goal.id,
        "state": fact.state,
        "at": fact.at,
        "statement": goal.statement,
        "due": goal.due,
        "note": note,
    }


def _make_room(acting: Acting, parks: str, now: int) -> None:
    active = list(goals_in(acting.owner, GoalState.ACTIVE))
    parked = [goal for goal in active if goal.id == parks]
    if len(active) - len(parked) >= acting.goal_limit:
        raise Full
    for goal in parked:
        _enter(goal, GoalState.PARKED, now)


def _move(
    acting: Acting,
    goal_id: str,
    before: tuple[GoalState, ...],
    after: GoalState,
    note: str,
    now: int,
) -> None:
    with changing(acting):
        goal = goal_of(acting, goal_id)
        if goal.state not in before:
            raise Conflict
        _enter(goal, after, now, note)


def _enter(goal: Goal, state: GoalState, now: int, note: str = "") -> None:
    # The last change may be dated by a clock that is ahead; this one must come after it.
    fact = Fact(state, max(now, goal.state_at + 1), str(uuid.uuid4()))
    GoalChange.create(**change_of(goal, fact, note))
    refresh_states(goal.owner_id, [goal.id])


def _latest(goal: Goal) -> Fact:
    changes = newest_changes(goal.owner_id, goal.id).where(GoalChange.state != "").limit(1)
    facts = [Fact(GoalState(change.state), change.at, change.id) for change in changes]
    return state_after(facts) or Fact(GoalState.DRAFT, goal.created, "")
