"""What a database holds, read without the app."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import psycopg
from peewee import sqlite3  # the SQLite that the app uses, not the system's
from psycopg.rows import dict_row

Row = dict[str, Any]
SQLITE = "sqlite:///"


@dataclass(frozen=True)
class Holding:
    """Everything that is stored of one person."""

    person: Row
    wins: dict[str, Row]
    checkins: dict[str, Row]
    decisions: dict[str, Row]
    steps: dict[str, Row]
    receipts: set[str]
    revisions: list[Row]
    changes: list[Row]
    goals: list[Row]
    occurrences: dict[str, Row]
    ticks: dict[tuple[str, int, str], Row]
    lines: dict[str, Row]


def damage(address: str) -> list[str]:
    """Return what SQLite finds wrong with its file; PostgreSQL itself was not killed."""
    if not address.startswith(SQLITE):
        return []
    with _opened(address) as database:
        found = [row[0] for row in database.execute("PRAGMA integrity_check")]
        loose = [f"a row of {row[0]} leads nowhere" for row in _loose(database)]
    return [says for says in [*found, *loose] if says != "ok"]


def holdings(address: str) -> dict[str, Holding]:
    """Return what is stored, by the key of each person."""
    with _opened(address) as database:
        return {row["key"]: _holding(database, row) for row in _rows(database, "person")}


def _holding(database: Any, person: Row) -> Holding:
    def own(table: str, key: str = "person_id", of: Any = person["id"]) -> list[Row]:
        return [row for row in _rows(database, table) if row[key] == of]

    [owner] = [row["id"] for row in own("owner")]

    owners = [row["id"] for row in _rows(database, "owner") if row["person_id"] == person["id"]]

    def owned(table: str) -> list[Row]:
        return [row for row in _rows(database, table) if row["owner_id"] in owners]

    return Holding(
        person,
        {row["id"]: row for row in own("win")},
        {row["id"]: row for row in own("check_in")},
        {row["id"]: row for row in own("decision", "owner_id", owner)},
        {row["id"]: row for row in own("decision_step", "owner_id", owner)},
        {row["id"] for row in own("receipt")},
        own("field_revision"),
        owned("goal_change"),
        owned("goal"),
        {row["id"]: row for row in owned("occurrence")},
        {(row["goal"], row["criterion"], row["period"]): row for row in owned("tick")},
        {row["id"]: row for row in owned("review_line")},
    )


def _rows(database: Any, table: str) -> list[Row]:
    return [dict(row) for row in database.execute(f"SELECT * FROM {table}")]


def _loose(database: Any) -> list[Any]:
    found: list[Any] = database.execute("PRAGMA foreign_key_check").fetchall()
    return found


@contextlib.contextmanager
def _opened(address: str) -> Iterator[Any]:
    if address.startswith(SQLITE):
        database = sqlite3.connect(address.removeprefix(SQLITE))
        database.row_factory = sqlite3.Row
    else:
        database = psycopg.connect(address, row_factory=dict_row)
    try:
        yield database
    finally:
        database.close()
