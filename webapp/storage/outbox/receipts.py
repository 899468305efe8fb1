"""Receipts: which entries were taken, so that each counts once, however often it is sent."""

from collections.abc import Sequence

from peewee import BigIntegerField, CharField, CompositeKey, ForeignKeyField

from webapp.rules.shared.ids import PersonId
from webapp.storage.account.people import Person
from webapp.storage.engine.compiled import CompiledInsert
from webapp.storage.engine.database import Stored


class Receipt(Stored):
    """Entry `id` of a person was taken at `taken` (ms). It outlives what the entry created.

    That of an entry for a team is the sender's, too: ids are made by the phones of persons.
    """

    person = ForeignKeyField(Person, on_delete="CASCADE", index=False)
    id = CharField(max_length=36)
    taken = BigIntegerField()

    class Meta:
        primary_key = CompositeKey("person", "id")


_take = CompiledInsert(Receipt, (Receipt.person, Receipt.id, Receipt.taken), Receipt.id)


def claim(person: PersonId, ids: Sequence[str], now: int) -> set[str]:
    """Store receipts for those of `ids` that have none, and return these ids."""
    if not ids:
        return set()
    return set(_take([(person, entry_id, now) for entry_id in ids]))


def has_receipt(person: PersonId, entry_id: str) -> bool:
    """Return whether this entry was taken before."""
    return Receipt.select().where(Receipt.person == person, Receipt.id == entry_id).exists()
