"""Snapshots: SQLite files that hold a copy of a database and the checksums of its tables."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from peewee import DatabaseError, SqliteDatabase

from webapp.storage.upkeep.checksums import checksums

CHECKSUM_TABLE = "backup_digest"  # in a snapshot: the checksum of each table when it was made


class Unusable(Exception):
    """A file that cannot be copied or is no intact snapshot; the text says what to do."""


@contextlib.contextmanager
def temporary_file(beside: Path) -> Iterator[Path]:
    """Create an empty file for its owner only, beside `beside`; delete it after the block."""
    path = beside.with_name(f".{beside.name}.unfinished")
    path.unlink(missing_ok=True)  # left by a process that was killed
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        yield path
    finally:
        for left in (path, Path(f"{path}-journal")):
            left.unlink(missing_ok=True)


def move_into_place(file: Path, to: Path) -> None:
    """Rename the finished file to `to`, so that it survives a power cut."""
    _sync(file, os.O_RDONLY)
    file.replace(to)
    _sync(to.parent, os.O_RDONLY | os.O_DIRECTORY)


@contextlib.contextmanager
def open_file(path: Path, timeout: float = 5) -> Iterator[SqliteDatabase]:
    """Open the SQLite file at `path` with a connection of its own; timeout: seconds."""
    database = SqliteDatabase(str(path), pragmas={"synchronous": "full"}, timeout=timeout)
    with contextlib.closing(database):
        yield database


def store_checksums(copy: SqliteDatabase, by_table: dict[str, str]) -> None:
    """Store the checksum of each table in the copy, which makes it a snapshot."""
    with copy.atomic():
        copy.execute_sql(
            f"CREATE TABLE {CHECKSUM_TABLE} (name TEXT PRIMARY KEY, digest TEXT NOT NULL)"
        )
        for row in by_table.items():
            copy.execute_sql(f"INSERT INTO {CHECKSUM_TABLE} VALUES (?, ?)", row)  # noqa: S608 - our own name


def drop_checksums(copy: SqliteDatabase) -> None:
    """Delete the stored checksums, which makes a snapshot an ordinary database."""
    copy.execute_sql(f"DROP TABLE {CHECKSUM_TABLE}")


def verify(copy: SqliteDatabase, name: Path) -> dict[str, str]:
    """Return the checksum of each table; Unusable if the file is no intact snapshot.

    name: the file, for the message.
    """
    try:
        if not copy.table_exists(CHECKSUM_TABLE):
            raise Unusable(f"{name} was not made by the command backup. Name a file that was.")
        actual, stored = _actual_checksums(copy), _stored_checksums(copy)
        intact = not find_damage(copy) and actual == stored
    except DatabaseError:
        intact = False
    if not intact:
        raise Unusable(f"{name} is broken. Name another backup.")
    return actual


def find_damage(database: SqliteDatabase) -> list[str]:
    """Return what SQLite finds wrong: damaged pages, and rows that refer to missing rows."""
    damage = [row[0] for row in database.execute_sql("PRAGMA integrity_check")]
    tables = {row[0] for row in database.execute_sql("PRAGMA foreign_key_check")}
    lost = [f"{table} refers to missing rows" for table in sorted(tables)]
    return [*(says for says in damage if says != "ok"), *lost]


def _actual_checksums(copy: SqliteDatabase) -> dict[str, str]:
    return {name: checksum for name, checksum in checksums(copy).items() if name != CHECKSUM_TABLE}


def _stored_checksums(copy: SqliteDatabase) -> dict[str, str]:
    return dict(copy.execute_sql(f"SELECT name, digest FROM {CHECKSUM_TABLE}").fetchall())  # noqa: S608


def _sync(path: Path, how: int) -> None:
    file = os.open(path, how)
    try:
        os.fsync(file)
    finally:
        os.close(file)
