"""How often something is meant to happen, where its owner said otherwise (R46)."""

from peewee import (
    CharField,
    CompositeKey,
    ForeignKeyField,
    ModelDelete,
    ModelSelect,
    SmallIntegerField,
)

from webapp.storage.account.people import Owner
from webapp.storage.engine.database import Stored


class Cadence(Stored):
    """The cadence of a kind of win or of an objective; a goal carries its own.

    subject: "quick", "milestone", "process" or the id of an objective. every: daily, weekly,
    monthly; weekdays: bit 0 is Monday; month_day: 1-31; time_of_day: minutes after midnight.
    """

    owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
    subject = CharField(max_length=36)
    every = CharField(max_length=8)
    weekdays = SmallIntegerField(default=0)
    month_day = SmallIntegerField(null=True)
    time_of_day = SmallIntegerField(null=True)

    class Meta:
        primary_key = CompositeKey("owner", "subject")


def cadences_of(owner: int) -> "ModelSelect[Cadence]":
    """All cadences that an owner chose."""
    return Cadence.select().where(Cadence.owner == owner).order_by(Cadence.subject)


def forget_cadence(owner: int, subject: str) -> ModelDelete:
    """Deletes what was chosen for a kind or an objective."""
    return Cadence.delete().where(Cadence.owner == owner, Cadence.subject == subject)
