"""Every filter of a board is read from an index, in the order of the board."""

import re

import pytest
from peewee import ModelSelect, PostgresqlDatabase

from tests.support.make import NOON, Someone
from tests.support.owners.teams import a_team
from tests.support.queries import counted_queries
from webapp.rules.teams.boards import OTHER, By, Cursor, TimeSpan, Wanted
from webapp.storage.engine.database import database
from webapp.storage.goals.shared_objectives import rows_contributing
from webapp.storage.teams.boards import (
    newest_by,
    rows_for_organisation,
    rows_named,
    rows_of_board,
)
from webapp.storage.teams.outside_rows import rows_outside
from webapp.storage.teams.shared_wins import SharedWin

ID = "3b0c0d0e-0000-4000-8000-000000000001"
AFTER = Cursor(NOON, 7, ID)
ANY = TimeSpan()


@pytest.fixture
def no_scans(db: None) -> None:
    """Let PostgreSQL use an index for a few rows, too, whatever it knows of the table."""
    if isinstance(database.obj, PostgresqlDatabase):
        for way in ("seqscan", "bitmapscan", "sort", "incremental_sort"):
            database.execute_sql(f"SET LOCAL enable_{way} = off")


def plan_of(query: "ModelSelect[SharedWin]") -> str:
    """Return how the database runs a query."""
    is_sqlite = not isinstance(database.obj, PostgresqlDatabase)
    sql, values = query.sql()
    explain = "EXPLAIN QUERY PLAN " if is_sqlite else "EXPLAIN "
    return str(database.execute_sql(explain + sql, values).fetchall())


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted(),
        Wanted(kind="quick"),
        Wanted(person=7),
        Wanted(objective=ID),
        Wanted(person=7, objective=ID, kind="quick"),
    ],
)
@pytest.mark.parametrize("after", [None, AFTER])
@pytest.mark.parametrize("span", [ANY, TimeSpan(NOON - 1, NOON + 1)])
def test_a_page_is_one_scan_of_an_index_in_its_order(
    no_scans: None, wanted: Wanted, after: Cursor | None, span: TimeSpan
) -> None:
    plan = plan_of(rows_of_board(1, wanted, span, after).limit(31))
    assert len(re.findall(r"SEARCH|Index Scan", plan)) == 1
    assert re.search(r"INDEX shared_win|Index Cond", plan)
    assert not re.search(r"SCAN |Seq Scan|Sort  \(cost|TEMP B-TREE", plan)


@pytest.mark.parametrize("after", [None, AFTER])
def test_what_an_organisation_may_see_of_a_board_is_read_from_its_own_index(
    no_scans: None, after: Cursor | None
) -> None:
    plan = plan_of(rows_for_organisation(1, after).limit(31))
    assert "INDEX shared_win_of_organisation" in plan or "using shared_win_of_organisation" in plan
    assert not re.search(r"SCAN |Seq Scan|Sort  \(cost|TEMP B-TREE", plan)


@pytest.mark.parametrize("span", [ANY, TimeSpan(NOON - 1, NOON + 1)])
@pytest.mark.parametrize(
    ("wanted", "column"),
    [
        (Wanted(person=7), "person_id"),
        (Wanted(person=7, kind="quick", objective=ID), "person_id"),
        (Wanted(objective=ID), "objective"),
        (Wanted(objective=ID, kind="quick"), "objective"),
        (Wanted(objective=OTHER, kind="quick"), "kind"),
        (Wanted(kind="quick"), "kind"),
    ],
)
def test_what_is_filtered_reads_no_other_rows(
    no_scans: None, wanted: Wanted, column: str, span: TimeSpan
) -> None:
    plan = plan_of(rows_of_board(1, wanted, span, AFTER).limit(31))
    assert re.search(rf"\([^()]*\b{column}=|Index Cond: [^\n]*\b{column}\b", plan), plan


def test_the_wins_of_columns_are_read_by_their_keys(no_scans: None) -> None:
    with counted_queries() as queries:
        rows_named(1, [(7, ID), (8, ID)])
    is_sqlite = not isinstance(database.obj, PostgresqlDatabase)
    explain = "EXPLAIN QUERY PLAN " if is_sqlite else "EXPLAIN "
    plan = str(database.execute_sql(explain + queries[0], [1, 7, 8, ID, ID]).fetchall())
    on_postgres = r"Index Cond: .*team_id.*person_id.*win"
    assert "(team_id=? AND person_id=? AND win=?)" in plan or re.search(on_postgres, plan), plan


def test_columns_count_no_more_than_they_are_asked(ana: Someone) -> None:
    team = a_team(ana, "Platform")
    when = {"day": "2026-11-22", "offset": 60, "zone": "Europe/Berlin", "visibility": "team"}
    said = {"kind": "quick", "what": "Fixed it", **when}
    for at in range(5):
        row = {"win": ID[:-1] + str(at), "happened": NOON + at, **said}
        SharedWin.create(team=team, person=ana.id, **row)
    first = newest_by(team, Wanted(By.PERSON), ANY, most=3, each=2)
    assert [(one.key, one.win[-1], one.number) for one in first] == [
        (ana.id, "4", 3),
        (ana.id, "3", 3),
    ]
    [only] = newest_by(team, Wanted(By.KIND), TimeSpan(NOON + 4, NOON + 5), most=3, each=2)
    assert (only.key, only.number) == ("quick", 1)


@pytest.mark.parametrize("after", [None, AFTER])
def test_what_links_may_show_is_read_from_an_index_with_only_that(
    no_scans: None, after: Cursor | None
) -> None:
    plan = plan_of(rows_outside(1, ID, after).limit(31))
    assert re.search(r"(?:INDEX|using) shared_win_(?:outside|of_objective)", plan)
    assert not re.search(r"SCAN |Seq Scan|Sort  \(cost|TEMP B-TREE", plan)


@pytest.mark.parametrize("after", [None, AFTER])
def test_what_several_teams_show_for_an_objective_is_one_scan_of_an_index(
    no_scans: None, after: Cursor | None
) -> None:
    plan = plan_of(rows_contributing(ID, after).limit(31))
    assert re.search(r"(?:INDEX|using) shared_win_contributing", plan)
    assert not re.search(r"SCAN |Seq Scan|Sort  \(cost|TEMP B-TREE", plan)
