"""SQLite files that are copies of a database: making one, and telling whether it is whole."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from peewee import DatabaseError, SqliteDatabase

from webapp.storage.upkeep.checksums import checksums

CHECKSUM_TABLE = "backup_digest"  # in a backup, what each of its tables held when it was made


class Unusable(Exception):
    """A file that cannot be copied, or not be trusted; says what to do."""


@contextlib.contextmanager
def temporary_file(beside: Path) -> Iterator[Path]:
    """A new empty file in the folder of `beside`, for its owner only; gone when the block ends."""
    path = beside.with_name(f".{beside.name}.unfinished")
    path.unlink(missing_ok=True)  # left by one that was killed
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        yield path
    finally:
        for left in (path, Path(f"{path}-journal")):
            left.unlink(missing_ok=True)


def move_into_place(made: Path, at: Path) -> None:
    """Rename the finished file `made` to `at` so that it is there after a power cut, too."""
    _sync(made, os.O_RDONLY)
    made.replace(at)
    _sync(at.parent, os.O_RDONLY | os.O_DIRECTORY)


@contextlib.contextmanager
def open_file(path: Path, patience: float = 5) -> Iterator[SqliteDatabase]:
    """A connection of its own to the SQLite file at `path`; patience: seconds."""
    database = SqliteDatabase(str(path), pragmas={"synchronous": "full"}, timeout=patience)
    with contextlib.closing(database):
        yield database


def store_checksums(copy: SqliteDatabase, held: dict[str, str]) -> None:
    """Write into a copy what its tables hold."""
    with copy.atomic():
        copy.execute_sql(
            f"CREATE TABLE {CHECKSUM_TABLE} (name TEXT PRIMARY KEY, digest TEXT NOT NULL)"
        )
        for row in held.items():
            copy.execute_sql(f"INSERT INTO {CHECKSUM_TABLE} VALUES (?, ?)", row)  # noqa: S608 - our own name


def drop_checksums(copy: SqliteDatabase) -> None:
    """Make a copy an ordinary database again."""
    copy.execute_sql(f"DROP TABLE {CHECKSUM_TABLE}")


def verify(copy: SqliteDatabase, name: Path) -> dict[str, str]:
    """What the tables of a copy hold; Unusable when it is not as it was made. `name`: to say so."""
    try:
        if not copy.table_exists(CHECKSUM_TABLE):
            raise Unusable(f"{name} was not made by the command backup. Name a file that was.")
        held, noted = _held(copy), _noted(copy)
        sound = not find_damage(copy) and held == noted
    except DatabaseError:
        sound = False
    if not sound:
        raise Unusable(f"{name} is broken. Name another backup.")
    return held


def find_damage(database: SqliteDatabase) -> list[str]:
    """What SQLite finds wrong: damaged pages, and rows that refer to what is not there."""
    damage = [row[0] for row in database.execute_sql("PRAGMA integrity_check")]
    tables = {row[0] for row in database.execute_sql("PRAGMA foreign_key_check")}
    lost = [f"{table} refers to what is not there" for table in sorted(tables)]
    return [*(says for says in damage if says != "ok"), *lost]


def _held(copy: SqliteDatabase) -> dict[str, str]:
    return {name: checksum for name, checksum in checksums(copy).items() if name != CHECKSUM_TABLE}


def _noted(copy: SqliteDatabase) -> dict[str, str]:
    return dict(copy.execute_sql(f"SELECT name, digest FROM {CHECKSUM_TABLE}").fetchall())  # noqa: S608


def _sync(path: Path, how: int) -> None:
    file = os.open(path, how)
    try:
        os.fsync(file)
    finally:
        os.close(file)
