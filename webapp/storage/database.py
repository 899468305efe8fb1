"""The connection: which database, with which settings, and how a transaction is begun."""

import contextlib
import logging
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from peewee import Database, DatabaseProxy, Model, SqliteDatabase
from playhouse.pool import PooledSqliteDatabase

from webapp.storage.write_lock import NoLock, WriteLock

log = logging.getLogger(__name__)

database = DatabaseProxy()

PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": "full",  # a confirmed tap survives a power cut; costs about 0.16 ms a commit
    "foreign_keys": 1,
    "cache_size": -2000,  # kB, for each connection
    "temp_store": "memory",
}
WAL_RESET_BUG_FIXED = (3, 51, 3)  # concurrent connections can corrupt a WAL from 3.7.0 to 3.51.2


class Stored(Model):
    """A table of this app."""

    class Meta:
        database = database
        legacy_table_names = False


class State:
    """What belongs to the database that is open now."""

    write_lock: WriteLock | NoLock = NoLock()


def open_database(url: str) -> Database:
    """Bind the models to the database at `url` (sqlite:///path); it is not yet connected."""
    parts = urlsplit(url)
    if parts.scheme != "sqlite":
        raise ValueError(
            f"DATABASE_URL must begin with sqlite:///, not with {parts.scheme or 'nothing'}:."
            " Leave it out to use the file in SMALLWINS_DATA."
        )
    path = Path(unquote(parts.path).removeprefix("/") if parts.netloc == "" else parts.path)
    return _open_sqlite(path)


@contextlib.contextmanager
def transaction() -> Iterator[None]:
    """All or nothing; one writer at a time. A transaction inside another is a savepoint."""
    with State.write_lock, database.atomic():
        yield


@contextlib.contextmanager
def connection() -> Iterator[None]:
    """A connection for the block; one that is open already is left open."""
    opened = database.connect(reuse_if_open=True)
    try:
        yield
    finally:
        if opened:
            database.close()


def _open_sqlite(path: Path) -> Database:
    _warn_of_affected_sqlite()
    path.parent.mkdir(parents=True, exist_ok=True)
    opened = PooledSqliteDatabase(
        str(path),
        max_connections=64,
        pragmas=PRAGMAS,
        lock_type="IMMEDIATE",  # a deferred one that reads first fails when it writes
        check_same_thread=False,
        timeout=5,
    )
    database.initialize(opened)
    State.write_lock = WriteLock(path.with_name(path.name + ".lock"))
    return opened


def _warn_of_affected_sqlite() -> None:
    version = SqliteDatabase.server_version  # of the driver that Peewee took, pysqlite3 where it is
    if version < WAL_RESET_BUG_FIXED:
        log.warning(
            "SQLite %s can corrupt a database under concurrent connections; install pysqlite3.",
            ".".join(map(str, version)),
        )
