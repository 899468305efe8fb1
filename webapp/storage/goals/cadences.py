"""How often something is meant to happen, where its owner chose it (R46)."""

from peewee import (
    CharField,
    CompositeKey,
    ForeignKeyField,
    ModelSelect,
    SmallIntegerField,
)

from webapp.rules.shared.ids import OwnerId
from webapp.storage.account.people import Owner
from webapp.storage.engine.database import Stored


class ChosenCadence(Stored):
    """The cadence of a kind of win or of an objective; a goal has its own columns.

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
        table_name = "cadence"
        primary_key = CompositeKey("owner", "subject")


def cadences_of(owner: OwnerId) -> "ModelSelect[ChosenCadence]":
    """Return all cadences that an owner chose."""
    return (
        ChosenCadence.select().where(ChosenCadence.owner == owner).order_by(ChosenCadence.subject)
    )


def delete_cadence(owner: OwnerId, subject: str) -> None:
    """Delete the cadence that was chosen for a kind or an objective, if there is one."""
    ChosenCadence.delete().where(
        ChosenCadence.owner == owner, ChosenCadence.subject == subject
    ).execute()
