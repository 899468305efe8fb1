"""The values that fields of wins and check-ins were given over time."""

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

from webapp.rules.shared.ids import PersonId
from webapp.storage.account.people import Person
from webapp.storage.engine.compiled import Compiled, CompiledInsert, fixed, slot
from webapp.storage.engine.database import Stored

ROWS_PER_STATEMENT = 500  # rows of one statement


class FieldRevision(Stored):
    """One value given to one field of the thing `target`, so that replaced words stay readable.

    at: ms on the phone that gave it; entry: id of the entry that brought it. A revision may be
    here before the thing itself is.
    """

    person = ForeignKeyField(Person, on_delete="CASCADE", index=False)
    target = CharField(max_length=36)
    field = CharField(max_length=12)
    entry = CharField(max_length=36)
    value = TextField()
    at = BigIntegerField()

    class Meta:
        primary_key = CompositeKey("person", "target", "field", "entry")


def revisions_of(person: PersonId, target: str) -> "ModelSelect[FieldRevision]":
    """Every value that the fields of `target` were given."""
    return FieldRevision.select().where(
        FieldRevision.person == person, FieldRevision.target == target
    )


def last_revised(
    person: PersonId, field: str, targets: "ModelSelect[Any]"
) -> list[tuple[str, int]]:
    """(target, ms) of the newest value that `field` of each of the query `targets` was given."""
    found: Any = FieldRevision.select(FieldRevision.target, fn.MAX(FieldRevision.at)).where(
        FieldRevision.person == person,
        FieldRevision.field == field,
        FieldRevision.target.in_(targets),
    )
    return list(found.group_by(FieldRevision.target).tuples())


_has_revision = Compiled(
    lambda: (
        FieldRevision.select(FieldRevision.entry)
        .where(FieldRevision.person == slot("person"), FieldRevision.target == slot("target"))
        .limit(fixed(1))
    )
)


def with_revisions(person: PersonId, targets: list[str]) -> list[str]:
    """Those of `targets` for which a revision is here, perhaps before the thing itself."""
    return [target for target in targets if _has_revision(person=person, target=target)]


def delete_revisions(person: PersonId, target: str) -> None:
    """Delete every value that the fields of `target` were given."""
    FieldRevision.delete().where(
        FieldRevision.person == person, FieldRevision.target == target
    ).execute()


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
    """Store many values: (person, target, field, entry, value, ms) each."""
    for first in range(0, len(rows), ROWS_PER_STATEMENT):
        _add(rows[first : first + ROWS_PER_STATEMENT])
