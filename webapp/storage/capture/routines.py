"""Routines that a person has been told of (R8)."""

from peewee import BigIntegerField, CharField, CompositeKey, ForeignKeyField

from webapp.storage.account.people import Person
from webapp.storage.engine.database import Stored


class Routine(Stored):
    """The person saw at `seen` (ms) that something is a routine; id: made of what it is."""

    person = ForeignKeyField(Person, on_delete="CASCADE", index=False)
    id = CharField(max_length=36)
    seen = BigIntegerField()

    class Meta:
        primary_key = CompositeKey("person", "id")
