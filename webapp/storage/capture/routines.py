"""Routines that a person was shown (R8)."""

from peewee import BigIntegerField, CharField, CompositeKey, ForeignKeyField

from webapp.storage.account.people import Person
from webapp.storage.engine.database import Stored


class Routine(Stored):
    """A routine that the person saw at `seen` (ms). id: derived from what they repeat."""

    person = ForeignKeyField(Person, on_delete="CASCADE", index=False)
    id = CharField(max_length=36)
    seen = BigIntegerField()

    class Meta:
        primary_key = CompositeKey("person", "id")
