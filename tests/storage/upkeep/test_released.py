"""Every migration keeps what people have, up and down, from every released schema (F7)."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from peewee import Database
from playhouse.migrations import Runner

from tests.storage.upkeep.test_migrations import HISTORY, opened_at
from webapp.storage.upkeep.checksums import tables_of
from webapp.storage.upkeep.schema import MIGRATIONS

RELEASED = sorted(path.stem for path in MIGRATIONS.glob("0*.py"))
FIRST = {  # one row for each table of 0001, in an order in which they can be stored
    "person": {
        "id": 1,
        "key": "k" * 32,
        "name": "Ana",
        "email": "ana@example.org",
        "password_hash": "hash",
        "time_zone": "Europe/Berlin",
        "day_start": 240,
        "deferred_on": None,
        "rev": 7,
    },
    "session": {"token_hash": "t", "person_id": 1, "started": 1, "seen": 2, "device": "phone"},
    "receipt": {"person_id": 1, "id": "w", "taken": 3},
    "win": {
        "person_id": 1,
        "id": "w",
        "kind": "quick",
        "what": "Größe 🎉 أ",
        "impact": "",
        "next_step": "",
        "happened": 2**40,
        "entered": 2**40,
        "received": 2**40,
        "day": "2026-11-22",
        "offset": -720,
        "zone": "UTC",
        "wrong_clock": True,
    },
    "check_in": {
        "person_id": 1,
        "id": "c",
        "rating": 10,
        "scale_id": "capability-1",
        "note": "",
        "happened": 1,
        "entered": 1,
        "received": 1,
        "day": "2026-11-22",
        "offset": 60,
        "zone": "UTC",
        "wrong_clock": False,
    },
    "field_revision": {
        "person_id": 1,
        "target": "w",
        "field": "what",
        "entry": "e",
        "value": "older",
        "at": 5,
    },
}


REVIEWS = [*(one for one in RELEASED if one < "0021_reviews"), "0021_reviews"]
# What 0021_reviews makes into lines, and back: tables, and columns of a table.
MOVED_TABLES = {"obstacle"}
MOVED = {"review": {"progress", "plans"}}
OUTSIDE = "0019_outside_links"  # no release before it could let a win be shown outside


@pytest.fixture
def empty(new_address: Callable[[], str]) -> Iterator[Database]:
    """Open an empty database."""
    yield from opened_at(new_address())


@pytest.fixture
def filled(new_address: Callable[[], str]) -> Iterator[Database]:
    """Open a database of the first released schema, with a row in every table."""
    for fresh in opened_at(new_address()):
        Runner(fresh, str(MIGRATIONS)).up(RELEASED[0])
        for table, row in FIRST.items():
            insert(fresh, table, row)
        yield fresh


def test_what_people_have_is_kept_by_every_step_up_and_down(filled: Database) -> None:
    runner = Runner(filled, str(MIGRATIONS))
    for newest in RELEASED[1:]:
        runner.up(newest)
        assert (newest, kept(filled)) == (newest, FIRST)
        runner.down()
        assert (newest, kept(filled)) == (newest, FIRST)
        runner.up(newest)
    while len(runner.applied()) > 1:
        assert (len(runner.applied()), kept(filled)) == (len(runner.applied()), FIRST)
        runner.down()
    runner.up()
    assert kept(filled) == FIRST


# `make quick` has the newest of them.
EACH = [pytest.param(one, marks=[pytest.mark.long] * (one < RELEASED[-6])) for one in RELEASED]


@pytest.mark.parametrize("released", EACH)
def test_what_a_release_holds_in_every_table_is_kept_up_and_down(
    empty: Database, released: str
) -> None:
    runner = Runner(empty, str(MIGRATIONS))
    runner.up(released)
    fill(empty)
    columns = columns_of(empty)
    if "shared_win" in columns and released < OUTSIDE:
        empty.execute_sql("UPDATE shared_win SET outside = FALSE")
    stay = without_moved(columns, released)
    before, stays = rows_of(empty, columns), rows_of(empty, stay)
    assert {table: len(rows) for table, rows in before.items()} == dict.fromkeys(columns, 1)
    runner.up()
    assert rows_of(empty, stay) == stays
    while len(runner.applied()) > RELEASED.index(released) + 1:
        runner.down()
    assert columns_of(empty) == columns
    assert rows_of(empty, columns) == before


def test_the_texts_of_reviews_and_obstacles_become_lines_of_their_author(empty: Database) -> None:
    Runner(empty, str(MIGRATIONS)).up(REVIEWS[-2])
    fill(empty)
    empty.execute_sql("UPDATE review SET progress = 'Asked first', plans = '', finished = 9")
    Runner(empty, str(MIGRATIONS)).up()
    lines = empty.execute_sql("SELECT step, what, author, at, outcome, settled FROM review_line")
    assert sorted(lines.fetchall()) == [
        ("obstacles", "ü", 1, 1, "ü", 1),
        ("progress", "Asked first", 1, 1, "", None),
    ]


def test_several_lines_are_one_text_for_the_version_before(empty: Database) -> None:
    runner = Runner(empty, str(MIGRATIONS))
    runner.up(REVIEWS[-1])
    fill(empty)
    for number, step in enumerate(("next", "next", "progress")):
        line = f"('l{number}', 1, 'ü', '{step}', 'L{number}', 1, {number}, 1, '', '', '')"
        empty.execute_sql(
            "INSERT INTO review_line (id, owner_id, review, step, what, author, at, revision,"
            f" settled_in, outcome, goal) VALUES {line}"
        )
    runner.down()
    assert empty.execute_sql("SELECT progress, plans FROM review").fetchall() == [("L2", "L0\nL1")]


def test_wins_of_every_release_are_found_by_their_words(filled: Database) -> None:
    Runner(filled, str(MIGRATIONS)).up()
    assert filled.execute_sql("SELECT folded FROM win").fetchall() == [("grosse 🎉 \u0627\n",)]


def test_an_update_lets_words_be_found_in_all_their_spellings(filled: Database) -> None:
    Runner(filled, str(MIGRATIONS)).up("0009_folded_words")
    filled.execute_sql("UPDATE win SET what = 'Don''t e-mail', impact = '\u0634\u0626'")
    Runner(filled, str(MIGRATIONS)).up()
    [(folded,)] = filled.execute_sql("SELECT folded FROM win").fetchall()
    assert folded.startswith("dont email \u0634\u064a ")
    assert "\u0634\u064a\u0621" in folded


def test_wins_of_goals_that_were_met_count_after_an_update(empty: Database) -> None:
    Runner(empty, str(MIGRATIONS)).up(RELEASED[9])
    fill(empty)
    empty.execute_sql("UPDATE goal SET state = 'met', id = 'g'")
    empty.execute_sql("UPDATE criterion SET goal = 'g', place = 0")
    empty.execute_sql("UPDATE win SET goal = 'g', objectives = 'o', counted = FALSE")
    Runner(empty, str(MIGRATIONS)).up()
    assert empty.execute_sql("SELECT verified, counted FROM win").fetchall() == [(True, True)]


def test_people_are_counted_in_their_organisations_after_an_update(empty: Database) -> None:
    Runner(empty, str(MIGRATIONS)).up("0018_spellings")
    fill(empty)
    insert(empty, "person", {**FIRST["person"], "id": 2, "key": "other", "email": "other"})
    Runner(empty, str(MIGRATIONS)).up()
    found = empty.execute_sql("SELECT id, organisations FROM person").fetchall()
    assert sorted(found) == [(1, 1), (2, 0)]


def kept(opened: Database) -> dict[str, dict[str, Any]]:
    """Return the one row of each table of the first schema."""
    found = {}
    for table, row in FIRST.items():
        [values] = opened.execute_sql(f'SELECT {listed([*row])} FROM "{table}"').fetchall()
        found[table] = dict(zip(row, values, strict=True))
    return found


def insert(opened: Database, table: str, row: dict[str, Any]) -> None:
    places = ", ".join([opened.param] * len(row))
    opened.execute_sql(
        f'INSERT INTO "{table}" ({listed([*row])}) VALUES ({places})', [*row.values()]
    )


def fill(opened: Database) -> None:
    """Insert one row into each table; tables that others refer to come first."""
    columns = columns_of(opened)
    for table in sorted(columns, key=lambda name: (name != "person", name != "owner", name)):
        kinds = {column.name: column.data_type for column in opened.get_columns(table)}
        samples = {name: sample(kind) for name, kind in kinds.items()}
        insert(opened, table, {**samples, **FIRST.get(table, {})})


def sample(kind: str) -> object:
    """Return a value of this column type that is no default."""
    kind = kind.lower()
    if "char" in kind or "text" in kind:
        return "ü"
    return True if "bool" in kind else 1 if "int" in kind else 0.1


def columns_of(opened: Database) -> dict[str, list[str]]:
    """Return the names of the columns of each table, without the runner's."""
    tables = set(tables_of(opened)) - {HISTORY}
    return {table: [column.name for column in opened.get_columns(table)] for table in tables}


def without_moved(columns: dict[str, list[str]], released: str) -> dict[str, list[str]]:
    """Return those of these columns of a release that all migrations leave as they are."""
    moved = {**MOVED, **({"shared_win": {"outside"}} if released < OUTSIDE else {})}
    return {
        table: [name for name in names if name not in moved.get(table, ())]
        for table, names in columns.items()
        if table not in MOVED_TABLES
    }


def rows_of(opened: Database, columns: dict[str, list[str]]) -> dict[str, list[tuple[Any, ...]]]:
    """Return all values of these columns."""
    return {
        table: opened.execute_sql(f"SELECT {listed(names)} FROM {listed([table])}").fetchall()
        for table, names in columns.items()
    }


def listed(names: list[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)
