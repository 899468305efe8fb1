"""What a database holds, read without the app."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import psycopg
from peewee import sqlite3  # the SQLite that the app uses, not the system's
from psycopg.rows import dict_row

Row = dict[str, Any]
Key = tuple[int, str]  # the number of an owner, and an id
SQLITE = "sqlite:///"
# Tables that are read, and the column that says whose a row is.
TABLES = {
    "person": "id",
    "team": "id",
    **dict.fromkeys(("win", "check_in", "receipt", "field_revision", "notice"), "person_id"),
    **dict.fromkeys(("decision", "decision_step", "goal_change", "goal", "occurrence"), "owner_id"),
    **dict.fromkeys(("tick", "review_line"), "owner_id"),
}


@dataclass(frozen=True)
class Holding:
    """Everything that is stored of one person, or of a team; person: the row of either."""

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
    notices: list[Row]


@dataclass(frozen=True)
class Copy:
    """A copy of thanks, and the wins that it cites, by the number of their owner and their id."""

    row: Row
    cites: set[Key]


def damage(address: str) -> list[str]:
    """Return what SQLite finds wrong with its file; PostgreSQL itself was not killed."""
    if not address.startswith(SQLITE):
        return []
    with _opened(address) as database:
        found = [row[0] for row in database.execute("PRAGMA integrity_check")]
        loose = [f"a row of {row[0]} leads nowhere" for row in _loose(database)]
    return [says for says in [*found, *loose] if says != "ok"]


def holdings(address: str) -> dict[str, Holding]:
    """Return what is stored, by the key of each person, and of teams by "team" and the number."""
    with _opened(address) as database:
        tables = {name: _rows(database, name) for name in TABLES}
    people = {row["key"]: _holding(tables, row) for row in tables["person"]}
    return people | {f"team {row['id']}": _holding(tables, row) for row in tables["team"]}


def boards(address: str) -> list[Row]:
    """Return the rows on the boards of all teams."""
    with _opened(address) as database:
        return _rows(database, "shared_win")


def copies_of_thanks(address: str) -> dict[Key, Copy]:
    """Return all copies of thanks, by the number of their owner and their id.

    Wins that are cited by no copy are under a copy without a kind.
    """
    with _opened(address) as database:
        copies, wins = (_rows(database, name) for name in ("recognition", "cited_win"))
    found = {(row["owner_id"], row["id"]): Copy(row, set()) for row in copies}
    for row in wins:
        one = found.setdefault((row["owner_id"], row["recognition"]), Copy({"kind": ""}, set()))
        one.cites.add((row["person_id"], row["win"]))
    return found


def _holding(tables: dict[str, list[Row]], owner: Row) -> Holding:
    def own(table: str) -> list[Row]:
        return [row for row in tables[table] if row[TABLES[table]] == owner["id"]]

    def by_id(table: str) -> dict[str, Row]:
        return {row["id"]: row for row in own(table)}

    return Holding(
        owner,
        by_id("win"),
        by_id("check_in"),
        by_id("decision"),
        by_id("decision_step"),
        {row["id"] for row in own("receipt")},
        own("field_revision"),
        own("goal_change"),
        own("goal"),
        by_id("occurrence"),
        {(row["goal"], row["criterion"], row["period"]): row for row in own("tick")},
        by_id("review_line"),
        own("notice"),
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
