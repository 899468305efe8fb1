"""Opening the database for use, and closing it."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from peewee import Database, PeeweeException, SqliteDatabase

from webapp.storage.engine.database import connection, database, open_database
from webapp.storage.engine.sqlite import path_of
from webapp.storage.upkeep import usage_lock
from webapp.storage.upkeep.schema import migrate


def sqlite_file(url: str) -> Path | None:
    """Return the file that a DATABASE_URL names, or None if it names a server."""
    return path_of(url) if url.startswith("sqlite:") else None


def open_until_exit(url: str) -> None:
    """Open and migrate the database at `url` for as long as this process runs.

    ValueError, InUse, Newer: it cannot be opened; the text says what to do.
    """
    if path := sqlite_file(url):
        usage_lock.share_until_exit(path)
    _migrate(open_database(url))


@contextlib.contextmanager
def open_while(url: str) -> Iterator[None]:
    """Open, migrate and connect the database at `url` for the block; errors as above."""
    path = sqlite_file(url)
    with usage_lock.shared(path) if path else contextlib.nullcontext():
        opened = open_database(url)
        try:
            _migrate(opened)
            with connection():
                yield
        finally:
            close_database()


def _migrate(opened: Database) -> None:
    if migrate(opened):
        # Its cache of statements is full of the migrations', and a connection of before them
        # keeps the log from being moved into the file: closing would wait five seconds for it.
        database.close_all()


def close_database() -> None:
    """Close every connection, after moving SQLite's log into the file."""
    if isinstance(database.obj, SqliteDatabase):
        with (
            contextlib.suppress(PeeweeException),
            connection(),
        ):  # if it fails, the next start does it
            database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close_all()
