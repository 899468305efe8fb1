"""Goals and wins that another goal or win depends on (R27)."""

from collections.abc import Iterable
from typing import Any

from peewee import SQL, CharField, CompositeKey, ForeignKeyField, ModelSelect, Value

from webapp.rules.shared.ids import OwnerId
from webapp.storage.account.people import Owner
from webapp.storage.capture.wins import Win
from webapp.storage.engine.database import Stored
from webapp.storage.goals.goals import Goal


class Dependency(Stored):
    """`subject` depends on `needs`, which unlocks it; each kind is "goal" or "win"."""

    owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
    subject = CharField(max_length=36)
    subject_kind = CharField(max_length=4)
    needs = CharField(max_length=36)
    needs_kind = CharField(max_length=4)

    class Meta:
        primary_key = CompositeKey("owner", "subject", "needs")
        indexes = ((("owner", "needs", "subject"), False),)


def create_dependency(owner: OwnerId, subject: tuple[str, str], needs: tuple[str, str]) -> None:
    """Store that `subject` depends on `needs`; each is (kind, id)."""
    (subject_kind, subject_id), (needs_kind, needs_id) = subject, needs
    Dependency.create(
        owner=owner,
        subject=subject_id,
        subject_kind=subject_kind,
        needs=needs_id,
        needs_kind=needs_kind,
    )


def delete_one_dependency(owner: OwnerId, subject: str, needs: str) -> None:
    """Delete one dependency, if there is one."""
    Dependency.delete().where(
        Dependency.owner == owner, Dependency.subject == subject, Dependency.needs == needs
    ).execute()


def own_dependencies(owner: OwnerId) -> "ModelSelect[Dependency]":
    """Return all dependencies of an owner."""
    return Dependency.select().where(Dependency.owner == owner)


def ends_of(owner: OwnerId, things: list[str]) -> Any:
    """Return (this, unlocks, kind, other) of each dependency that touches `things`.

    this: one of `things`; unlocks: 1 when `other` waits for it, 0 when it waits for `other`; kind:
    of `other`.
    """
    waiting = _ends(owner, Dependency.subject, things, 0, Dependency.needs_kind, Dependency.needs)
    giving = _ends(owner, Dependency.needs, things, 1, Dependency.subject_kind, Dependency.subject)
    return (waiting | giving).order_by(SQL("1, 4")).tuples()


def _ends(
    owner: OwnerId, this: CharField, things: list[str], unlocks: int, *other: CharField
) -> Any:
    ends = Dependency.select(this, Value(unlocks), *other)
    return ends.where(Dependency.owner == owner, this.in_(things))


def ends_named(
    owner: OwnerId, goals: list[str], wins: list[str]
) -> Iterable[tuple[str, str, str, str]]:
    """Return (kind, id, words, state) of those of these goals and wins that exist.

    state: of a goal, else "".
    """
    of_goals = Goal.select(Value("goal"), Goal.id, Goal.statement, Goal.state).where(
        Goal.owner == owner, Goal.id.in_(goals)
    )
    of_wins = Win.select(Value("win"), Win.id, Win.what, Value("")).where(
        Win.person == owner, Win.id.in_(wins)
    )
    found: Iterable[tuple[str, str, str, str]] = (of_goals + of_wins).tuples()
    return found
