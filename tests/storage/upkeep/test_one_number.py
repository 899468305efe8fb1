"""Owners get the numbers of their persons, and nothing becomes anybody else's (migration 12)."""

import json
from collections.abc import Callable, Iterator

import pytest
from peewee import Database, SqliteDatabase
from playhouse.migrations import Runner

from tests.storage.upkeep.test_migrations import opened_at
from tests.storage.upkeep.test_released import RELEASED, columns_of, insert, rows_of, without_moved
from webapp.storage.upkeep.schema import MIGRATIONS
from webapp.storage.upkeep.snapshots import find_damage

pytestmark = pytest.mark.long

ONE_NUMBER = RELEASED.index("0012_one_number")
EARLIER = RELEASED[:ONE_NUMBER]
OWNERS = {2: 5, 5: 2, 9: 1}  # by person: others were refused half-way, or are gone
NAMES = {2: "Ben", 5: "Cleo", 9: "Ana"}
NEW = {
    **{"key": "new", "name": "Dora", "email": "new", "password_hash": "", "time_zone": "UTC"},
    **{"day_start": 240, "rev": 1},
}


@pytest.fixture
def empty(new_address: Callable[[], str]) -> Iterator[Database]:
    """Open an empty database."""
    yield from opened_at(new_address())


def life(opened: Database, person: int, owner: int) -> dict[str, dict[str, object]]:
    """Return one row for each table, all of one person."""
    return {
        table: {
            column.name: value(table, column.name, column.data_type.lower(), person, owner)
            for column in opened.get_columns(table)
        }
        for table in sorted(
            columns_of(opened), key=lambda name: (name != "person", name != "owner")
        )
    }


def value(table: str, column: str, kind: str, person: int, owner: int) -> object:
    if (table, column) == ("deletion", "rows"):
        deleted, changed = {"owner": owner, "id": "g"}, [{"owner": owner}, {"to": 1}, {"to": 2}]
        return json.dumps({"deleted": [["goal", [deleted]]], "changed": [["goal", *changed]]})
    if (table, column) == ("win", "goal"):
        return ""  # it would count one day, as one of a goal that was met
    if column == "owner_id" or (table, column) == ("owner", "id"):
        return owner
    if "char" in kind or "text" in kind:
        return NAMES[person]
    return (
        True if "bool" in kind else float(person) if "double" in kind or "real" in kind else person
    )


def fill(opened: Database) -> dict[str, list[str]]:
    """Store three lives, and return the columns of each table."""
    for person, owner in OWNERS.items():
        for table, row in life(opened, person, owner).items():
            insert(opened, table, row)
    return columns_of(opened)


def of_their_own(
    opened: Database, columns: dict[str, list[str]]
) -> dict[str, list[tuple[object, ...]]]:
    """Return what the tables must hold when each owner has the number of their person."""
    lives = [life(opened, person, person) for person in NAMES]
    return {
        table: sorted(tuple(one[table][name] for name in names) for one in lives)
        for table, names in columns.items()
    }


def held(opened: Database, columns: dict[str, list[str]]) -> dict[str, list[tuple[object, ...]]]:
    return {table: sorted(rows) for table, rows in rows_of(opened, columns).items()}


@pytest.mark.parametrize("released", EARLIER)
def test_everything_stays_with_its_person_up_and_down(empty: Database, released: str) -> None:
    runner = Runner(empty, str(MIGRATIONS))
    runner.up(released)
    columns = fill(empty)
    stay = without_moved(columns, released)
    expected, stays = of_their_own(empty, columns), of_their_own(empty, stay)
    runner.up()
    assert held(empty, stay) == stays
    lines = set(empty.execute_sql("SELECT owner_id, author, what FROM review_line"))
    assert lines == {(n, n, name) for n, name in NAMES.items() if "obstacle" in columns}
    assert set(empty.execute_sql("SELECT id, person_id FROM owner")) == {(n, n) for n in NAMES}
    assert not isinstance(empty, SqliteDatabase) or find_damage(empty) == []
    while len(runner.applied()) > RELEASED.index(released) + 1:
        runner.down()
    assert columns_of(empty) == columns
    assert held(empty, columns) == expected


def test_the_next_owner_gets_a_number_that_nobody_had(empty: Database) -> None:
    Runner(empty, str(MIGRATIONS)).up(EARLIER[-1])
    fill(empty)
    empty.execute_sql("DELETE FROM person WHERE id = 9")
    Runner(empty, str(MIGRATIONS)).up()
    empty.execute_sql("INSERT INTO owner DEFAULT VALUES")
    assert empty.execute_sql("SELECT max(id) FROM owner").fetchone()[0] not in {1, *NAMES}


def test_the_version_before_can_add_people_to_what_it_is_given_back(empty: Database) -> None:
    runner = Runner(empty, str(MIGRATIONS))
    runner.up(EARLIER[-1])
    fill(empty)
    runner.up()
    while len(runner.applied()) > ONE_NUMBER:
        runner.down()
    insert(empty, "person", NEW)
    empty.execute_sql("INSERT INTO owner (person_id) SELECT id FROM person WHERE name = 'Dora'")
    assert empty.execute_sql("SELECT count(*) FROM owner").fetchone()[0] == len(NAMES) + 1


def test_a_person_without_an_owner_gets_one(empty: Database) -> None:
    runner = Runner(empty, str(MIGRATIONS))
    runner.up(EARLIER[-1])
    insert(empty, "person", {"id": 7, **NEW})
    runner.up()
    assert empty.execute_sql("SELECT id, person_id FROM owner").fetchall() == [(7, 7)]
