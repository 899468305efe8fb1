"""The rows of boards: read in their order, and gone with whoever they are of."""

import re

import pytest
from peewee import SQL, ModelSelect, PostgresqlDatabase

from tests.support.make import NOON, Someone
from webapp.storage.account.people import Owner, Person
from webapp.storage.engine.database import database
from webapp.storage.teams.shared_wins import SharedWin


@pytest.fixture
def team(ana: Someone) -> int:
    """Return the number of an owner who is no person."""
    return int(Owner.create().id)


@pytest.fixture
def no_scans(db: None) -> None:
    """Let PostgreSQL use an index for a few rows, too."""
    if isinstance(database.obj, PostgresqlDatabase):
        database.execute_sql("SET LOCAL enable_seqscan = off")
        database.execute_sql("SET LOCAL enable_bitmapscan = off")


def plan_of(query: "ModelSelect[SharedWin]") -> str:
    """Return how the database runs a query."""
    is_sqlite = not isinstance(database.obj, PostgresqlDatabase)
    explain = "EXPLAIN QUERY PLAN " if is_sqlite else "EXPLAIN "
    sql, values = query.sql()
    return str(database.execute_sql(explain + sql, values).fetchall())


def sorts(plan: str) -> bool:
    return bool(re.search(r"Sort  \(cost|TEMP B-TREE", plan))


def on_the_board(team: int) -> "ModelSelect[SharedWin]":
    newest = (SharedWin.happened.desc(), SharedWin.person.desc(), SharedWin.win.desc())
    return SharedWin.select(SharedWin.win).where(SharedWin.team == team).order_by(*newest).limit(30)


def share(someone: Someone, team: int, **more: object) -> None:
    when = {"happened": NOON, "day": "2026-11-22", "offset": 60, "zone": "Europe/Berlin"}
    said = {"kind": "quick", "what": "Fixed it", "visibility": "team", "win": "w", **more}
    SharedWin.create(team=team, person=someone.id, **when, **said)


def test_a_board_is_read_from_its_index_in_its_order(no_scans: None, team: int) -> None:
    plan = plan_of(on_the_board(team))
    assert re.search(rf"INDEX shared_win_\w+ \(team_id=|Index Cond: \(team_id = '?{team}", plan)
    assert not sorts(plan)


def test_the_wins_that_an_organisation_may_see_have_an_index_of_their_own(
    no_scans: None, team: int
) -> None:
    plan = plan_of(on_the_board(team).where(SharedWin.visibility == SQL("'organisation'")))
    assert re.search("INDEX shared_win_of_organisation|Index Cond", plan)
    assert "Filter" not in plan  # by PostgreSQL: others are not in this index
    assert not sorts(plan)


def test_what_somebody_shared_goes_with_their_account(
    ana: Someone, ben: Someone, team: int
) -> None:
    share(ana, team)
    share(ben, team)
    Person.delete().where(Person.id == ana.id).execute()
    assert [row.person_id for row in SharedWin.select()] == [ben.id]


def test_a_board_goes_with_its_team(ana: Someone, team: int) -> None:
    share(ana, team)
    Owner.delete().where(Owner.id == team).execute()
    assert not SharedWin.select().exists()
