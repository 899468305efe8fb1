"""The criteria of micro-goals, each with how far it is."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
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
    """One criterion and how far it is; value: of a number, None when it was never given."""

    key: int
    text: str
    target: float | None
    unit: str
    done: bool
    value: float | None


def marks_of(owner: OwnerId, goals: Sequence[Goal], day: date) -> Mapping[str, tuple[Mark, ...]]:
    """Return the marks of each goal by its id, as they are on `day`; one query.

    A recurring goal has the marks of its open occurrence.
    """
    rows: defaultdict[str, list[Any]] = defaultdict(list)
    for row in marked_criteria(owner, [goal.id for goal in goals], day.isoformat()):
        rows[row.goal].append(row)
    return {goal.id: _marks(goal, rows[goal.id], day) for goal in goals}


def _marks(goal: Goal, rows: Iterable[Any], day: date) -> tuple[Mark, ...]:
    period = due_day(goal, day) if schedule_of(goal).recurs else ""
    found: dict[int, Mark] = {}
    for row in rows:
        if row.key not in found or row.period == period:
            found[row.key] = _mark(goal, row, is_of_period=row.period == period)
    return tuple(found.values())


def _mark(goal: Goal, row: Any, *, is_of_period: bool) -> Mark:
    value = row.value if is_of_period else None
    criterion = PlannedCriterion(row.text, row.target, row.unit)
    done = goal.state == GoalState.MET or is_met(
        criterion, done=is_of_period and row.done, value=value
    )
    return Mark(row.key, row.text, row.target, row.unit, done, value)
