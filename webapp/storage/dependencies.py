"""What has to be there first: a goal or a win that another goal or win depends on (R27)."""

from peewee import CharField, CompositeKey, ForeignKeyField, ModelSelect

from webapp.storage.database import Stored
from webapp.storage.people import Owner


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


def needs_of(owner: int, subjects: list[str]) -> "ModelSelect[Dependency]":
    """What these goals or wins depend on."""
    return Dependency.select().where(Dependency.owner == owner, Dependency.subject.in_(subjects))


def unlocked_by(owner: int, needs: list[str]) -> "ModelSelect[Dependency]":
    """What depends on these goals or wins."""
    return Dependency.select().where(Dependency.owner == owner, Dependency.needs.in_(needs))
