"""What happened to micro-goals: the facts that their states follow from."""

from peewee import (
    BigIntegerField,
    CharField,
    CompositeKey,
    ForeignKeyField,
    ModelSelect,
    TextField,
    Tuple,
)

from webapp.rules.shared.ids import OwnerId
from webapp.storage.account.people import Owner
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


def entries_that_met(owner: OwnerId, goals: list[str]) -> dict[tuple[str, int], str]:
    """Return the ids of the entries that met these goals as a whole, by goal and moment (ms)."""
    met = (
        GoalChange.select()
        .where(GoalChange.owner == owner, GoalChange.goal.in_(goals), GoalChange.state == "met")
        .limit(MOST_OCCURRENCES)
    )
    return {(one.goal, one.at): one.id for one in met}


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
