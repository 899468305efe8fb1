"""Receipts: which entries were taken, so that each counts once, however often it is sent."""

from collections.abc import Sequence
from typing import Any

from peewee import BigIntegerField, CharField, CompositeKey, ForeignKeyField, IntegerField

from webapp.rules.shared.ids import PersonId
from webapp.storage.account.people import Person
from webapp.storage.engine.compiled import CompiledInsert
from webapp.storage.engine.database import Stored


class Receipt(Stored):
    """Entry `id` of a person was taken at `taken` (ms). It outlives what the entry created.

    That of an entry for a team is the sender's, too: ids are made by the phones of persons. team:
    the number of the team whose things it changed, None for one's own.
    """

    person = ForeignKeyField(Person, on_delete="CASCADE", index=False)
    id = CharField(max_length=36)
    taken = BigIntegerField()
    team = IntegerField(column_name="team_id", null=True)

    class Meta:
        primary_key = CompositeKey("person", "id")


_take = CompiledInsert(Receipt, (Receipt.person, Receipt.id, Receipt.taken), Receipt.id)


def claim(person: PersonId, ids: Sequence[str], now: int) -> set[str]:
    """Store receipts for those of `ids` that have none, and return these ids."""
    if not ids:
        return set()
    return set(_take([(person, entry_id, now) for entry_id in ids]))


def note_team(person: PersonId, ids: Sequence[str], team: int) -> None:
    """Store that these entries, which have receipts, were for a team; inside a transaction."""
    own = (Receipt.person == person, Receipt.id.in_(ids))
    Receipt.update(team=team).where(*own).execute()


def teams_of_receipts(person: PersonId, ids: Sequence[str]) -> dict[str, int]:
    """Return the team of each of these entries that was taken for one."""
    own = (Receipt.person == person, Receipt.id.in_(ids))
    found: Any = Receipt.select(Receipt.id, Receipt.team).where(*own, Receipt.team.is_null(False))
    return dict(found.tuples())


def has_receipt(person: PersonId, entry_id: str) -> bool:
    """Return whether this entry was taken before."""
    return Receipt.select().where(Receipt.person == person, Receipt.id == entry_id).exists()
