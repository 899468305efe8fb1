"""Wins of teams, and wins on a board, as the tables hold them before there are teams."""

import re

import pytest
from peewee import SQL, ModelSelect, PostgresqlDatabase

from tests.support.make import Someone, win
from webapp.storage.account.people import Owner
from webapp.storage.capture.revisions import FieldRevision
from webapp.storage.capture.wins import Win, WinLink
from webapp.storage.engine.database import database


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


def plan_of(query: "ModelSelect[Win]") -> str:
    """Return how the database runs a query."""
    is_sqlite = not isinstance(database.obj, PostgresqlDatabase)
    explain = "EXPLAIN QUERY PLAN " if is_sqlite else "EXPLAIN "
    sql, values = query.sql()
    return str(database.execute_sql(explain + sql, values).fetchall())


def sorts(plan: str) -> bool:
    return bool(re.search(r"Sort  \(cost|TEMP B-TREE", plan))


def on_the_board(team: int) -> "ModelSelect[Win]":
    newest = (Win.happened.desc(), Win.id.desc())
    return Win.select(Win.id).where(Win.team == team).order_by(*newest).limit(30)


def test_a_win_is_on_no_board_unless_it_is_put_there(ana: Someone) -> None:
    ana.sends(win())
    assert [one.team_id for one in Win.select()] == [None]


def test_a_board_is_read_from_its_index_in_its_order(no_scans: None, team: int) -> None:
    plan = plan_of(on_the_board(team))
    assert re.search(rf"INDEX win_of_team \(team_id=|Index Cond: \(team_id = '?{team}", plan)
    assert not sorts(plan)


def test_the_wins_that_an_organisation_may_see_have_an_index_of_their_own(
    no_scans: None, team: int
) -> None:
    plan = plan_of(on_the_board(team).where(Win.visibility == SQL("'organisation'")))
    assert re.search("INDEX win_of_organisation|Index Cond", plan)
    assert "Filter" not in plan  # by PostgreSQL: others are not in this index
    assert not sorts(plan)


def test_a_win_outlives_the_team_on_whose_board_it_was(ana: Someone, team: int) -> None:
    ana.sends(win("Kept"))
    Win.update(team=team).where(Win.person == ana.id).execute()
    Owner.delete().where(Owner.id == team).execute()
    assert [(one.what, one.team_id) for one in Win.select()] == [("Kept", None)]


def test_what_a_team_owns_goes_with_it_and_what_a_person_owns_stays(
    ana: Someone, team: int
) -> None:
    ana.sends(win("Mine"))
    [mine] = Win.select().dicts()
    Win.create(**{**mine, "person": team, "what": "Ours"})
    WinLink.create(person=team, kind="goal", target="g", win=mine["id"])
    revision = {"target": mine["id"], "field": "what", "entry": "e", "value": "Ours", "at": 1}
    FieldRevision.create(person=team, **revision)
    Owner.delete().where(Owner.id == team).execute()
    assert [one.what for one in Win.select()] == ["Mine"]
    assert not WinLink.select().exists()
    assert not FieldRevision.select().exists()
