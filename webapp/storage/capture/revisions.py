"""Every value that the fields of wins and check-ins were given."""

from functools import lru_cache
from typing import Any

from peewee import (
    BigIntegerField,
    CharField,
    CompositeKey,
    ForeignKeyField,
    ModelSelect,
    TextField,
    fn,
)

from webapp.rules.shared.ids import OwnerId
from webapp.storage.account.people import Owner
from webapp.storage.engine.compiled import Compiled, CompiledInsert, slot
from webapp.storage.engine.database import Stored

ROWS_PER_STATEMENT = 500


class FieldRevision(Stored):
    """A value that a field of the thing `target` was given, so that old values stay readable.

    person: the number of its owner. at: ms by the phone's clock; entry: id of the entry. A revision
    may arrive before its thing.
    """

    person = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
    target = CharField(max_length=36)
    field = CharField(max_length=12)
    entry = CharField(max_length=36)
    value = TextField()
    at = BigIntegerField()

    class Meta:
        primary_key = CompositeKey("person", "target", "field", "entry")


def revisions_of(owner: OwnerId, target: str) -> "ModelSelect[FieldRevision]":
    """Return all revisions of `target`."""
    return FieldRevision.select().where(
        FieldRevision.person == owner, FieldRevision.target == target
    )


def last_revised(
    owner: OwnerId, field: str, targets: "ModelSelect[Any] | list[str]"
) -> list[tuple[str, int]]:
    """Return (target, ms) of the last value that `field` of each of `targets` was given."""
    found: Any = FieldRevision.select(FieldRevision.target, fn.MAX(FieldRevision.at)).where(
        FieldRevision.person == owner,
        FieldRevision.field == field,
        FieldRevision.target.in_(targets),
    )
    return list(found.group_by(FieldRevision.target).tuples())


@lru_cache(maxsize=128)  # a delivery has at most 100 entries
def _revised_among(number: int) -> tuple[Compiled, list[str]]:
    """Return a query for those of so many targets that have a revision, and its slots for them."""
    names = [f"target_{at}" for at in range(number)]
    revised = FieldRevision.select(FieldRevision.target).where(
        FieldRevision.person == slot("person"),
        FieldRevision.target.in_([slot(name) for name in names]),
    )
    return Compiled(revised.distinct), names


def with_revisions(owner: OwnerId, targets: list[str]) -> list[str]:
    """Return those of `targets` that have a revision, even if they are not stored yet."""
    if not targets:
        return []
    revised, names = _revised_among(len(targets))
    rows = revised(person=owner, **dict(zip(names, targets, strict=True)))
    return [target for (target,) in rows]


def replace_revision(owner: OwnerId, target: str, field: str, entry: str, value: str) -> None:
    """Store another value in place of the one that an entry gave a field."""
    own = (FieldRevision.person == owner, FieldRevision.target == target)
    that = (FieldRevision.field == field, FieldRevision.entry == entry)
    FieldRevision.update(value=value).where(*own, *that).execute()


def delete_revisions(owner: OwnerId, target: str) -> None:
    """Delete all revisions of `target`."""
    FieldRevision.delete().where(
        FieldRevision.person == owner, FieldRevision.target == target
    ).execute()


def revised_by(owner: OwnerId, entry: str) -> "ModelSelect[FieldRevision]":
    """Return a subquery for the ids of what this entry gave a value."""
    return FieldRevision.select(FieldRevision.target).where(
        FieldRevision.person == owner, FieldRevision.entry == entry
    )


def delete_revisions_by(owner: OwnerId, entry: str) -> None:
    """Delete the values that this entry gave."""
    FieldRevision.delete().where(
        FieldRevision.person == owner, FieldRevision.entry == entry
    ).execute()


def values_given(owner: OwnerId, field: str, targets: list[str]) -> "ModelSelect[FieldRevision]":
    """Return every value that `field` of these was given."""
    return FieldRevision.select().where(
        FieldRevision.person == owner,
        FieldRevision.field == field,
        FieldRevision.target.in_(targets),
    )


_COLUMNS = (
    FieldRevision.person,
    FieldRevision.target,
    FieldRevision.field,
    FieldRevision.entry,
    FieldRevision.value,
    FieldRevision.at,
)
_add = CompiledInsert(FieldRevision, _COLUMNS, FieldRevision.at)


def add_revisions(rows: list[tuple[int, str, str, str, str, int]]) -> None:
    """Store revisions: (person, target, field, entry, value, ms) each."""
    for first in range(0, len(rows), ROWS_PER_STATEMENT):
        _add(rows[first : first + ROWS_PER_STATEMENT])
