"""Everything that the page of one micro-goal shows."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from webapp.domain.account.acting import Acting
from webapp.domain.goals.confidences import may_state_confidence
from webapp.domain.goals.goals import goal_of
from webapp.domain.goals.lessons import Lesson, lessons_for
from webapp.domain.goals.plans import plan_from
from webapp.domain.goals.rows import GoalRow, day_at, rows_of
from webapp.rules.goals.goals import GoalState, Plan, PlannedCriterion
from webapp.storage.capture.wins import linked_wins
from webapp.storage.goals.changes import GoalChange, newest_changes
from webapp.storage.goals.goals import Goal

MOST_WINS = 10
MOST_CHANGES = 50


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """What happened to a goal: its new state, or "" for other words, and the words before.

    id, happened (ms): its position in the list; day: the ISO day on which it happened.
    """

    id: str
    happened: int
    state: str
    day: str
    statement: str
    due: str | None
    note: str


@dataclass(frozen=True, slots=True)
class GoalPage:
    """One goal. asks: whether to ask for a confidence. wins: (id, what) that came of it.

    changes: newest first; earlier: the last of them when there are more before it.
    """

    row: GoalRow
    plan: Plan
    asks: bool
    changes: list[ChangeLine]
    earlier: ChangeLine | None
    wins: list[tuple[str, str]]
    lessons: list[Lesson]


def goal_page(
    acting: Acting,
    goal_id: str,
    day: date,
    now: int,
    zone: str,
    before: tuple[int, str] | None = None,
) -> GoalPage:
    """Return one's own goal as its page shows it on `day`, or raise NotFound.

    now: ms, zone: where the phone is. before: (at, id) of the last change of the page before.
    """
    goal = goal_of(acting, goal_id)
    [row] = rows_of(acting, [goal], day, now, zone)
    plan = _plan(goal, row)
    found = newest_changes(acting.owner, goal_id, before).limit(MOST_CHANGES + 1)
    lines = [_line(acting, change, zone) for change in found]
    changes = lines[:MOST_CHANGES]
    wins = [
        (win.id, win.what) for win in linked_wins(acting.owner, "goal", goal_id).limit(MOST_WINS)
    ]
    if goal.state == GoalState.MET and not row.met_by:
        row = replace(row, met_by=_met_by(goal, changes), logged=bool(wins))
    return GoalPage(
        row,
        plan,
        asks=may_state_confidence(acting, goal, now),
        changes=changes,
        earlier=changes[-1] if len(lines) > MOST_CHANGES else None,
        wins=wins,
        lessons=lessons_for(acting, plan.objectives, plan.area, now, goal_id),
    )


def _line(acting: Acting, change: GoalChange, zone: str) -> ChangeLine:
    day = day_at(acting, change.at, zone)
    told = (change.statement, change.due, change.note)
    return ChangeLine(change.id, change.at, change.state, day, *told)


def _plan(goal: Goal, row: GoalRow) -> Plan:
    criteria = tuple(PlannedCriterion(mark.text, mark.target, mark.unit) for mark in row.marks)
    return plan_from(goal, criteria, tuple(objective for objective, _ in row.objectives))


def _met_by(goal: Goal, changes: Iterable[ChangeLine]) -> str:
    met = (
        change
        for change in changes
        if (change.state, change.happened) == (GoalState.MET, goal.state_at)
    )
    return next((change.id for change in met), "")
