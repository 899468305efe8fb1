"""Each list of thanks is read from an index in its order, however many there are."""

import re
from typing import Any

import pytest
from peewee import PostgresqlDatabase

from webapp.rules.recognition.recognitions import Copy
from webapp.rules.shared.ids import id_of_person
from webapp.storage.engine.database import database
from webapp.storage.recognition.copies import copies_between, copies_of, recognitions_citing
from webapp.storage.recognition.recognitions import CitedWin, Recognition

ID = "3b0c0d0e-0000-4000-8000-000000000001"
OWNER = id_of_person(1)


@pytest.fixture
def no_scans(db: None) -> None:
    """Let PostgreSQL use an index for a few rows, too, whatever it knows of the table."""
    if isinstance(database.obj, PostgresqlDatabase):
        for way in ("seqscan", "bitmapscan", "sort", "incremental_sort"):
            database.execute_sql(f"SET LOCAL enable_{way} = off")


def plan_of(query: Any) -> str:
    """Return how the database runs a query."""
    is_sqlite = not isinstance(database.obj, PostgresqlDatabase)
    sql, values = query.sql()
    explain = "EXPLAIN QUERY PLAN " if is_sqlite else "EXPLAIN "
    return str(database.execute_sql(explain + sql, values).fetchall())


@pytest.mark.parametrize(
    "query",
    [
        copies_of(OWNER, Copy.RECEIVED).limit(31),
        copies_of(OWNER, Copy.TEAM, (5, ID)).limit(31),
        copies_between(OWNER, Copy.GIVEN, 1, 9).limit(31),
        CitedWin.select().where(CitedWin.owner == OWNER, CitedWin.recognition << [ID, "b"]),
        CitedWin.select().where(
            CitedWin.owner == OWNER, CitedWin.win << [ID], CitedWin.person == 2
        ),
        Recognition.select().where(Recognition.giver == OWNER),
    ],
)
def test_a_list_is_one_scan_of_an_index_in_its_order(no_scans: None, query: Any) -> None:
    plan = plan_of(query)
    assert len(re.findall(r"SEARCH|Index Scan|Index Only Scan", plan)) == 1
    assert not re.search(r"SCAN |Seq Scan|Sort  \(cost|TEMP B-TREE", plan)


def test_what_cites_a_win_is_found_by_it(no_scans: None) -> None:
    assert recognitions_citing(OWNER, OWNER, [ID]) == []
