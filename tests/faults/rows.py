"""What a database file holds, read without the app."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from peewee import sqlite3  # the SQLite that the app uses, not the system's

Row = dict[str, Any]


@dataclass(frozen=True)
class Holding:
    """All that is stored of one person."""

    person: Row
    wins: dict[str, Row]
    checkins: dict[str, Row]
    receipts: set[str]
    revisions: list[Row]


def damage(file: Path) -> list[str]:
    """What SQLite finds wrong with the file."""
    with _opened(file) as database:
        found = [row[0] for row in database.execute("PRAGMA integrity_check")]
        loose = [f"a row of {row[0]} leads nowhere" for row in _loose(database)]
    return [says for says in [*found, *loose] if says != "ok"]


def holdings(file: Path) -> dict[str, Holding]:
    """What is stored, by the key of each person."""
    with _opened(file) as database:
        return {row["key"]: _holding(database, row) for row in _rows(database, "person")}


def _holding(database: sqlite3.Connection, person: Row) -> Holding:
    def own(table: str) -> list[Row]:
        return [row for row in _rows(database, table) if row["person_id"] == person["id"]]

    return Holding(
        person,
        {row["id"]: row for row in own("win")},
        {row["id"]: row for row in own("check_in")},
        {row["id"] for row in own("receipt")},
        own("field_revision"),
    )


def _rows(database: sqlite3.Connection, table: str) -> list[Row]:
    return [dict(row) for row in database.execute(f"SELECT * FROM {table}")]


def _loose(database: sqlite3.Connection) -> list[Any]:
    return database.execute("PRAGMA foreign_key_check").fetchall()


@contextlib.contextmanager
def _opened(file: Path) -> Iterator[sqlite3.Connection]:
    database = sqlite3.connect(str(file))
    database.row_factory = sqlite3.Row
    try:
        yield database
    finally:
        database.close()
