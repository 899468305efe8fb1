"""What happened to micro-goals: the facts that their states follow from."""

from typing import Any

from peewee import (
    BigIntegerField,
    CharField,
    CompositeKey,
    ForeignKeyField,
    ModelSelect,
    TextField,
    Tuple,
    Value,
    fn,
)

from webapp.rules.shared.ids import OwnerId
from webapp.storage.account.people import Owner
from webapp.storage.capture.wins import Win
from webapp.storage.engine.database import Stored

MOST_OCCURRENCES = 2_000  # read for one page; it shows a few of each goal


class GoalChange(Stored):
    """A goal entered `state` at `at` (ms), or, where state is "", its words were changed.

    id: of the entry, or created here. statement, due: as they were until then, so that the original
    plan stays readable. note: why, in the person's own words.
    """

    owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
    id = CharField(max_length=36)
    goal = CharField(max_length=36)
    state = CharField(max_length=12)
    at = BigIntegerField()
    statement = TextField()
    due = CharField(max_length=10, null=True)
    note = TextField(default="")

    class Meta:
        primary_key = CompositeKey("owner", "id")
        indexes = ((("owner", "goal", "at", "id"), False),)


class CompletedOccurrence(Stored):
    """A recurring goal was met for the occurrence on the ISO day `period`, at `at` (ms).

    id: of the entry. An occurrence that nobody completed has no row: it is no failure.
    """

    owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
    id = CharField(max_length=36)
    goal = CharField(max_length=36)
    period = CharField(max_length=10)
    at = BigIntegerField()

    class Meta:
        table_name = "occurrence"
        primary_key = CompositeKey("owner", "id")
        indexes = ((("owner", "goal", "period"), False),)


def changes_of(owner: OwnerId, goal_id: str) -> "ModelSelect[GoalChange]":
    """Return what happened to a goal, oldest first."""
    return (
        GoalChange.select()
        .where(GoalChange.owner == owner, GoalChange.goal == goal_id)
        .order_by(GoalChange.at, GoalChange.id)
    )


def newest_changes(
    owner: OwnerId, goal_id: str, before: tuple[int, str] | None = None
) -> "ModelSelect[GoalChange]":
    """Return what happened to a goal, newest first, before the change with this (at, id)."""
    changes = changes_of(owner, goal_id).order_by(GoalChange.at.desc(), GoalChange.id.desc())
    return (
        changes.where(Tuple(GoalChange.at, GoalChange.id) < Tuple(*before)) if before else changes
    )


def entries_that_met(
    owner: OwnerId, goals: list[str]
) -> tuple[dict[tuple[str, int], str], set[str]]:
    """Return which entries met these goals as a whole, and which of the goals a win names.

    The ids of the entries are by goal and moment (ms). One statement reads both.
    """
    met = GoalChange.select(GoalChange.goal, GoalChange.at, GoalChange.id).where(
        GoalChange.owner == owner, GoalChange.goal.in_(goals), GoalChange.state == "met"
    )
    won = (
        Win.select(Win.goal, fn.MAX(Win.happened), Value(""))
        .where(Win.person == owner, Win.goal.in_(goals))
        .group_by(Win.goal)
    )
    rows: Any = (won + met).limit(MOST_OCCURRENCES).tuples()
    found = list(rows)
    entries = {(goal, at): entry for goal, at, entry in found if entry}
    return entries, {goal for goal, _, entry in found if not entry}


def was_completed(owner: OwnerId, goal_id: str, period: str) -> bool:
    """Return whether a recurring goal was met for the occurrence on the ISO day `period`."""
    return bool(
        completed_occurrences(owner, goal_id, period)
        .where(CompletedOccurrence.period == period)
        .exists()
    )


def completed_occurrences(
    owner: OwnerId, goal: str, since: str
) -> "ModelSelect[CompletedOccurrence]":
    """Return the completed occurrences of a goal from `since` (ISO day) on, in their order."""
    return (
        CompletedOccurrence.select()
        .where(
            CompletedOccurrence.owner == owner,
            CompletedOccurrence.goal == goal,
            CompletedOccurrence.period >= since,
        )
        .order_by(CompletedOccurrence.period)
    )


def completed_on(
    owner: OwnerId, goals: list[str], periods: set[str]
) -> "ModelSelect[CompletedOccurrence]":
    """Return which of these occurrences (ISO days) of these goals were completed."""
    return (
        CompletedOccurrence.select()
        .where(
            CompletedOccurrence.owner == owner,
            CompletedOccurrence.goal.in_(goals),
            CompletedOccurrence.period.in_(periods),
        )
        .limit(MOST_OCCURRENCES)
    )
