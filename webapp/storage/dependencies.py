"""What has to be there first: a goal or a win that another goal or win depends on (R27)."""

from typing import Any

from peewee import JOIN, CharField, CompositeKey, ForeignKeyField, ModelSelect

from webapp.storage.database import Stored
from webapp.storage.goals import Goal
from webapp.storage.people import Owner
from webapp.storage.wins import Win


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


def own_dependencies(owner: int) -> "ModelSelect[Dependency]":
    """All of an owner's dependencies."""
    return Dependency.select().where(Dependency.owner == owner)


def needs_of(owner: int, person: int, subjects: list[str]) -> Any:
    """(subject, kind, needs, goal's state, goal's words, win's words) of what these depend on."""
    return _with_words(owner, person, Dependency.needs, Dependency.needs_kind).where(
        Dependency.subject.in_(subjects)
    )


def unlocked_by(owner: int, person: int, needs: list[str]) -> Any:
    """(needs, kind, subject, goal's state, goal's words, win's words) of what waits for these."""
    return _with_words(owner, person, Dependency.subject, Dependency.subject_kind).where(
        Dependency.needs.in_(needs)
    )


def _with_words(owner: int, person: int, other: CharField, kind: CharField) -> Any:
    # The other end is a goal or a win; one that was deleted has words in neither.
    this = Dependency.subject if other is Dependency.needs else Dependency.needs
    return (
        Dependency.select(this, kind, other, Goal.state, Goal.statement, Win.what)
        .join(Goal, JOIN.LEFT_OUTER, on=(Goal.owner == Dependency.owner) & (Goal.id == other))
        .switch(Dependency)
        .join(Win, JOIN.LEFT_OUTER, on=(Win.person == person) & (Win.id == other))
        .where(Dependency.owner == owner)
        .order_by(this, other)
        .tuples()
    )
