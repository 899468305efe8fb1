"""The active micro-goals: on Today, and those without an objective."""

from dataclasses import dataclass
from datetime import date

from webapp.domain.goal_rows import due_day
from webapp.domain.people import SignedIn
from webapp.storage.goals import active_with_latest, without_objective

AT_MOST = 3  # on Today, R8a


@dataclass(frozen=True, slots=True)
class GoalLine:
    """An active goal on one line of Today; due: ISO day, or ""; met: the open occurrence is."""

    id: str
    statement: str
    due: str
    met: bool


def active_goals(person: SignedIn, day: date) -> list[GoalLine]:
    """At most three active goals for Today, the next due first (R8a); one query."""
    lines = []
    for goal in active_with_latest(person.owner, day.isoformat()):
        due = due_day(goal, day)
        lines.append(
            GoalLine(goal.id, goal.statement, due, met=bool(goal.latest and goal.latest >= due))
        )
    return sorted(lines, key=lambda line: line.due)[:AT_MOST]


def goals_without_objective(person: SignedIn) -> list[tuple[str, str]]:
    """(id, statement) of active goals that serve no objective, by choice or not (R20, R43)."""
    return [(goal.id, goal.statement) for goal in without_objective(person.owner)]
