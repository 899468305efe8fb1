"""What people deleted a short while ago, kept so that each deletion can be undone."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from peewee import BigIntegerField, CharField, CompositeKey, ForeignKeyField, ModelSelect, TextField

from webapp.rules.shared.ids import OwnerId
from webapp.storage.account.people import Owner
from webapp.storage.engine.database import Stored

AT_ONCE = 100  # rows of one statement

Row = dict[str, Any]


class Deletion(Stored):
    """A person deleted `target`, a thing of this `kind`, at `at` (ms).

    words: what the person called it. rows: the deleted and changed rows as JSON (see Rows). The
    rows are gone from their own tables, so that no list, count or export has to leave them out.
    """

    person = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
    id = CharField(max_length=36)
    at = BigIntegerField(index=True)
    kind = CharField(max_length=12)
    target = CharField(max_length=64)
    words = TextField(default="")
    rows = TextField()

    class Meta:
        primary_key = CompositeKey("person", "id")


class Rows:
    """Deletes and changes rows, and remembers how they were.

    id: that of the deletion. deleted: (table, rows). changed: (table, key, before, after).
    """

    def __init__(self, deletion_id: str) -> None:
        self.id = deletion_id
        self.deleted: list[tuple[str, list[Row]]] = []
        self.changed: list[tuple[str, Row, Row, Row]] = []

    def delete(self, model: type[Stored], *where: Any) -> bool:
        """Delete the rows of `model` that match, and return whether there were any."""
        rows = _rows(model, *where)
        if rows:
            self.deleted.append((_table(model), rows))
            model.delete().where(*where).execute()
        return bool(rows)

    def update(self, model: type[Stored], *where: Any, **after: Any) -> None:
        """Set these columns in the rows of `model` that match."""
        for row in _rows(model, *where):
            key = {field.name: row[field.name] for field in model._meta.get_primary_keys()}
            before = {name: row[name] for name in after}
            self.changed.append((_table(model), key, before, after))
        model.update(**after).where(*where).execute()

    def to_json(self) -> str:
        """Return them as JSON, for Deletion.rows."""
        return json.dumps({"deleted": self.deleted, "changed": self.changed})


def deletions_of(owner: OwnerId, since: int) -> "ModelSelect[Deletion]":
    """Return what a person deleted since `since` (ms), the last first, without the rows."""
    return (
        Deletion.select(Deletion.id, Deletion.at, Deletion.kind, Deletion.target, Deletion.words)
        .where(Deletion.person == owner, Deletion.at >= since)
        .order_by(Deletion.at.desc(), Deletion.id)
    )


def whole_deletions_of(owner: OwnerId, since: int) -> "ModelSelect[Deletion]":
    """Return the last hundred things that a person deleted since `since` (ms), with their rows."""
    own = (Deletion.person == owner, Deletion.at >= since)
    return Deletion.select().where(*own).order_by(Deletion.at.desc(), Deletion.id).limit(100)


def one_deletion(owner: OwnerId, deletion_id: str, since: int) -> "ModelSelect[Deletion]":
    """Return the deletion with this id, if it was made since `since` (ms)."""
    own = (Deletion.person == owner, Deletion.id == deletion_id)
    return Deletion.select().where(*own, Deletion.at >= since)


def forget_deletions_of(owner: OwnerId, targets: list[str]) -> None:
    """Delete for good what the person deleted under these ids."""
    Deletion.delete().where(Deletion.person == owner, Deletion.target.in_(targets)).execute()


def forget_deletions_before(instant: int) -> None:
    """Delete for good what anybody deleted before `instant` (ms)."""
    Deletion.delete().where(Deletion.at < instant).execute()


def is_replaced(deletion: Deletion) -> bool:
    """Return whether another row has the key of the first deleted one by now."""
    deleted = json.loads(deletion.rows)["deleted"]
    for model, rows in _known(deleted[:1]):
        keys = [field.name for field in model._meta.get_primary_keys()]
        found = _rows(model, *_equal(model, {key: rows[0][key] for key in keys}))
        return bool(found) and found != rows[:1]
    return False


def restore_rows(deletion: Deletion) -> None:
    """Store the deleted rows again, and change back what was not changed once more since."""
    stored = json.loads(deletion.rows)
    for model, rows in _known(stored["deleted"]):
        for first in range(0, len(rows), AT_ONCE):
            model.insert_many(rows[first : first + AT_ONCE]).on_conflict_ignore().execute()
    models = _models()
    for table, key, before, after in stored["changed"]:
        model = models[table]
        model.update(**before).where(*_equal(model, {**key, **after})).execute()


def change_back_in(others: Iterable[Deletion], undone: Deletion) -> None:
    """Change back what `undone` changed in rows that `others` deleted since."""
    changed = json.loads(undone.rows)["changed"]
    for other in others:
        stored = json.loads(other.rows)
        rows = dict(stored["deleted"])
        for table, key, before, after in changed:
            for row in rows.get(table, []):
                if {**row, **key, **after} == row:
                    row.update(before)
        replace_rows(other, stored)


def replace_rows(deletion: Deletion, stored: dict[str, Any]) -> None:
    """Store other rows (see Rows) with a deletion, if they differ."""
    rows = json.dumps(stored)
    if rows != deletion.rows:
        deletion.rows = rows
        deletion.save(only=[Deletion.rows])


def _known(deleted: list[Any]) -> Iterator[tuple[type[Stored], list[Row]]]:
    # Without columns that an update of the app removed in between.
    models = _models()
    for table, rows in deleted:
        names = set(models[table]._meta.fields)
        yield models[table], [{k: row[k] for k in row if k in names} for row in rows]


def _models() -> dict[str, type[Stored]]:
    return {_table(model): model for model in Stored.__subclasses__()}


def _rows(model: type[Stored], *where: Any) -> list[Row]:
    # In the order of their keys: what is stored of a deletion must not depend on the engine's plan.
    keys = model._meta.get_primary_keys()
    query: Any = model.select().where(*where).order_by(*keys).dicts()
    return list(query)


def _table(model: type[Stored]) -> str:
    return str(model._meta.table_name)


def _equal(model: type[Stored], columns: Row) -> list[Any]:
    return [getattr(model, name) == value for name, value in columns.items()]
