"""Insert very many rows, and count those that PostgreSQL looks at (S9)."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from typing import Any

from webapp.storage.engine.database import Stored, database

LOOKED_AT = (
    *("Actual Rows", "Rows Removed by Filter", "Rows Removed by Join Filter"),
    "Rows Removed by Index Recheck",
)


@contextmanager
def rows_looked_at() -> Iterator[list[int]]:
    """Yield a list to which PostgreSQL's rows of the block are added, at its end.

    They are those that each step of each plan returned or threw away; the statements are run again
    to count them.
    """
    asked: list[Any] = []
    rows: list[int] = []
    database.obj.query_hooks.append(asked.append)
    try:
        yield rows
    finally:
        database.obj.query_hooks.remove(asked.append)
    for event in asked:
        if event.sql.lstrip("(").startswith("SELECT"):
            explained = "EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) " + event.sql
            [[[plan]]] = database.execute_sql(explained, event.params).fetchall()
            rows.append(_rows_of(plan["Plan"]))


def _rows_of(step: dict[str, Any]) -> int:
    own = sum(step.get(name, 0) for name in LOOKED_AT) * step["Actual Loops"]
    return int(own) + sum(map(_rows_of, step.get("Plans", [])))


def insert_all(model: type[Stored], rows: Iterable[dict[str, Any]]) -> None:
    """Insert rows that have the same fields; peewee would write each value into SQL."""
    left = iter(rows)
    for first in islice(left, 1):
        meta: Any = model._meta  # type: ignore[attr-defined]
        defaults = {field.name: value for field, value in meta.defaults.items()}
        fields = {name: meta.combined[name] for name in defaults | first}
        names = ", ".join(f'"{field.column_name}"' for field in fields.values())
        marks = ", ".join([database.obj.param] * len(fields))
        lines = (_values_of(fields, defaults | row) for row in chain([first], left))
        into = f'INSERT INTO "{meta.table_name}" ({names}) VALUES ({marks})'
        database.obj.cursor().executemany(into, lines)


def _values_of(fields: dict[str, Any], row: dict[str, Any]) -> list[Any]:
    return [field.db_value(row[name]) for name, field in fields.items()]
