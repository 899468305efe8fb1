"""Goals and wins that another goal or win depends on (R27)."""

from typing import Any

from peewee import JOIN, SQL, CharField, CompositeKey, ForeignKeyField, ModelSelect, Value

from webapp.rules.shared.ids import OwnerId, PersonId
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


def ends_of(owner: OwnerId, person: PersonId, things: list[str]) -> Any:
    """Return rows for the dependencies that touch `things`.

    A row is (this, unlocks, kind, other, state of a goal, statement of a goal, words of a win).
    this: one of `things`; unlocks: 1 when `other` waits for it, 0 when it waits for `other`.
    """
    waiting = _with_words(owner, person, Dependency.subject, Dependency.needs, unlocks=False)
    giving = _with_words(owner, person, Dependency.needs, Dependency.subject, unlocks=True)
    both: Any = waiting.where(Dependency.subject.in_(things)) | giving.where(
        Dependency.needs.in_(things)
    )
    return both.order_by(SQL("1, 4")).tuples()


def _with_words(
    owner: OwnerId, person: PersonId, this: CharField, other: CharField, *, unlocks: bool
) -> Any:
    # The other end is a goal or a win; both have NULL for words where it was deleted.
    kind = Dependency.subject_kind if unlocks else Dependency.needs_kind
    return (
        Dependency.select(
            this, Value(int(unlocks)), kind, other, Goal.state, Goal.statement, Win.what
        )
        .join(Goal, JOIN.LEFT_OUTER, on=(Goal.owner == Dependency.owner) & (Goal.id == other))
        .switch(Dependency)
        .join(Win, JOIN.LEFT_OUTER, on=(Win.person == person) & (Win.id == other))
        .where(Dependency.owner == owner)
    )
