"""Every migration keeps what people have, up and down, from every released schema (F7)."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from peewee import Database
from playhouse.migrations import Runner

from tests.storage.test_migrations import opened_at
from webapp.storage.schema import MIGRATIONS

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


@pytest.fixture
def filled(new_address: Callable[[], str]) -> Iterator[Database]:
    """A database of the first released schema, with something in every table."""
    for fresh in opened_at(new_address()):
        Runner(fresh, str(MIGRATIONS)).up(RELEASED[0])
        for table, row in FIRST.items():
            names = ", ".join(f'"{name}"' for name in row)
            places = ", ".join([fresh.param] * len(row))
            fresh.execute_sql(f'INSERT INTO "{table}" ({names}) VALUES ({places})', [*row.values()])
        yield fresh


@pytest.mark.parametrize("newest", RELEASED)
def test_what_people_have_is_kept_up_to_and_down_from(filled: Database, newest: str) -> None:
    runner = Runner(filled, str(MIGRATIONS))
    runner.up(newest)
    assert kept(filled) == FIRST
    while len(runner.applied()) > 1:
        runner.down()
    assert kept(filled) == FIRST
    runner.up()
    assert kept(filled) == FIRST


def kept(opened: Database) -> dict[str, dict[str, Any]]:
    """The one row of each table of the first schema."""
    found = {}
    for table, row in FIRST.items():
        names = ", ".join(f'"{name}"' for name in row)
        [values] = opened.execute_sql(f'SELECT {names} FROM "{table}"').fetchall()
        found[table] = dict(zip(row, values, strict=True))
    return found
