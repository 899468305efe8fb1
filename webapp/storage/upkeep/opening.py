"""Opening the database for use, and closing it."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from peewee import PeeweeException, SqliteDatabase

from webapp.storage.engine.database import connection, database, open_database
from webapp.storage.engine.sqlite import path_of
from webapp.storage.upkeep import usage_lock
from webapp.storage.upkeep.schema import migrate


def sqlite_file(url: str) -> Path | None:
    """The file that a DATABASE_URL means, or None when it means a server."""
    return path_of(url) if url.startswith("sqlite:") else None


def open_until_exit(url: str) -> None:
    """Open the database at `url`, migrated, for as long as this process lives.

    ValueError, InUse, Newer: why not, and what to do.
    """
    if path := sqlite_file(url):
        usage_lock.share_until_exit(path)
    if migrate(open_database(url)):
        database.close_all()  # its room for prepared statements is full of theirs


@contextlib.contextmanager
def open_while(url: str) -> Iterator[None]:
    """Open the database at `url`, migrated and connected, for the block; else as above."""
    path = sqlite_file(url)
    with usage_lock.shared(path) if path else contextlib.nullcontext():
        opened = open_database(url)
        try:
            migrate(opened)
            with connection():
                yield
        finally:
            close()


def close() -> None:
    """Close every connection; SQLite's log is taken into the file first."""
    if isinstance(database.obj, SqliteDatabase):
        with contextlib.suppress(PeeweeException), connection():  # else the next start does it
            database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close_all()
