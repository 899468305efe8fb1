"""The criteria of micro-goals, each with how far it is."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from webapp.domain.goals.plans import due_day, schedule_of
from webapp.rules.goals.goals import GoalState, PlannedCriterion, is_met
from webapp.rules.shared.ids import OwnerId
from webapp.storage.goals.criteria import marked_criteria
from webapp.storage.goals.goals import Goal


@dataclass(frozen=True, slots=True)
class Mark:
    """One criterion and how far it is; value: of a number, None when it was never given.

    own: whether it is met by itself; done: also because its goal is.
    """

    key: int
    text: str
    target: float | None
    unit: str
    own: bool
    done: bool
    value: float | None


def marks_of(owner: OwnerId, goals: Sequence[Goal], day: date) -> Mapping[str, tuple[Mark, ...]]:
    """Return the marks of each goal by its id, as they are on `day`; one query.

    A recurring goal has the marks of its open occurrence.
    """
    rows: defaultdict[str, list[Any]] = defaultdict(list)
    periods = {goal.id: due_day(goal, day) if schedule_of(goal).recurs else "" for goal in goals}
    for row in marked_criteria(owner, periods) if periods else ():
        rows[row.goal].append(row)
    return {goal.id: tuple(_mark(goal, row) for row in rows[goal.id]) for goal in goals}


def _mark(goal: Goal, row: Any) -> Mark:
    criterion = PlannedCriterion(row.text, row.target, row.unit)
    met = is_met(criterion, done=bool(row.done), value=row.value)
    done = goal.state == GoalState.MET or met
    return Mark(row.key, row.text, row.target, row.unit, met, done, row.value)
