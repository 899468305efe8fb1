"""What is stored for a person once is put there again for other tests, in a tenth of the time."""

from collections.abc import Callable
from typing import Any, NamedTuple

from tests.support.make import Someone
from tests.web.twins.rows import owned, table_of, with_numbers
from webapp.storage.account.deletions import Deletion
from webapp.storage.account.people import Person
from webapp.storage.account.sessions import Session
from webapp.storage.engine.database import Stored, database
from webapp.web.shared import clock

Row = dict[str, Any]
Things = dict[str, Any]


class Remembered(NamedTuple):
    """What was stored: its names, the changed columns of the person, and the rows by table."""

    things: Things
    person: Row
    tables: list[tuple[type[Stored], str, list[Row]]]


def remember(who: Someone, store: Callable[[Someone], Things]) -> Remembered:
    """Store things for a person who has nothing yet, and return what that came to."""
    (before,) = _rows(Person, "id", who.id)
    things = store(who)
    (after,) = _rows(Person, "id", who.id)
    changed = {column: value for column, value in after.items() if before[column] != value}
    tables = [
        (model, f"{name}_id", _rows(model, f"{name}_id", who.id))
        for model, name in owned()
        if model is not Session
    ]
    return Remembered(things, changed, tables)


def put_again(stored: Remembered, who: Someone) -> Things:
    """Store the same for another person, under the same ids; return the names of the things."""
    cursor = database.cursor()
    for model, whose, rows in stored.tables:
        own = [{**row, whose: who.id} for row in rows]
        if model is Deletion:
            own = [_made_now(row) for row in own]
        if own:
            columns = ", ".join(f'"{column}"' for column in own[0])
            marks = ", ".join([database.param] * len(own[0]))
            insert = f'INSERT INTO "{table_of(model)}" ({columns}) VALUES ({marks})'
            cursor.executemany(insert, [tuple(row.values()) for row in own])
    changes = ", ".join(f'"{column}" = {database.param}' for column in stored.person)
    update = f'UPDATE "person" SET {changes} WHERE id = {database.param}'
    cursor.execute(update, (*stored.person.values(), who.id))
    return dict(stored.things)


def _made_now(deletion: Row) -> Row:
    rows = with_numbers(deletion["rows"], deletion["person_id"])
    return {**deletion, "rows": rows, "at": clock.now()}


def _rows(model: type[Stored], column: str, number: int) -> list[Row]:
    found = database.cursor()
    found.execute(f'SELECT * FROM "{table_of(model)}" WHERE {column} = {number}')
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]
