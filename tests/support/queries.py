"""Count the statements that a page runs (S3)."""

from collections.abc import Iterator
from contextlib import contextmanager

from webapp.storage.engine.database import database


@contextmanager
def counted_queries() -> Iterator[list[str]]:
    """Yield the list of the statements that run inside the block."""
    statements: list[str] = []

    def note(event) -> None:  # type: ignore[no-untyped-def]
        statements.append(event.sql)

    database.obj.query_hooks.append(note)
    try:
        yield statements
    finally:
        database.obj.query_hooks.remove(note)
