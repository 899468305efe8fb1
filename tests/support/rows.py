"""Count the rows that PostgreSQL looks at (S9)."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from webapp.storage.engine.database import database

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
