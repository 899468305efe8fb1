"""SQLite in one file: the default, for one machine."""

import logging
from pathlib import Path
from urllib.parse import unquote, urlsplit

from peewee import (  # type: ignore[attr-defined] # sqlite3 is the driver in use
    Database,
    SqliteDatabase,
    sqlite3,
)

from webapp.storage.engine.one_writer import OneWriter
from webapp.storage.engine.write_lock import WriteLock

logger = logging.getLogger(__name__)

PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": "full",  # a confirmed tap survives a power cut; costs about 0.16 ms a commit
    "foreign_keys": 1,
    "cache_size": -2000,  # kB, for each connection
    "temp_store": "memory",
}
WAL_RESET_BUG_FIXED = (3, 51, 3)  # concurrent connections can corrupt a WAL from 3.7.0 to 3.51.2


def open_sqlite(url: str) -> tuple[Database, WriteLock]:
    """Return the database at sqlite:///path, not yet connected, and the lock of its writers."""
    _warn_of_affected_sqlite()
    path = path_of(url)
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        path.touch(mode=0o600)  # SQLite would make it, and its log, readable for everybody
    opened = OneWriter(
        str(path),
        max_connections=64,
        pragmas=PRAGMAS,
        lock_type="IMMEDIATE",  # a deferred transaction that reads first fails when it writes
        check_same_thread=False,
        timeout=5,
        **_options(),
    )
    return opened, WriteLock(path.with_name(path.name + ".lock"))


def path_of(url: str) -> Path:
    """Return the file that a sqlite:/// address names; ValueError if it names none."""
    parts = urlsplit(url)
    path = Path(unquote(parts.path).removeprefix("/") if parts.netloc == "" else parts.path)
    if not path.name:
        raise ValueError(
            "The address names no file. Write DATABASE_URL as sqlite:////folder/smallwins.db, or"
            " leave it out to use the file in SMALLWINS_DATA."
        )
    return path


def _options() -> dict[str, int]:
    # Connections without SQLite's own lock, which is taken for each value of each row: the pool
    # gives one to a single thread at a time. Only pysqlite3 can open them.
    names = [f"SQLITE_OPEN_{name}" for name in ("READWRITE", "CREATE", "NOMUTEX")]
    known = all(hasattr(sqlite3, name) for name in names)
    return {"flags": sum(getattr(sqlite3, name) for name in names)} if known else {}


def _warn_of_affected_sqlite() -> None:
    version = SqliteDatabase.server_version  # of the driver in use: pysqlite3 if it is installed
    if version < WAL_RESET_BUG_FIXED:
        logger.warning(
            "SQLite %s can corrupt a database under concurrent connections; install pysqlite3.",
            ".".join(map(str, version)),
        )
