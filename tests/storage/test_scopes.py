"""A statement that reads or changes rows of nobody in particular is noticed (A8)."""

import pytest

from tests.support.make import Someone
from tests.support.owners.scopes import numbers_in, unscoped
from webapp.domain.account.devices import end_all_sessions
from webapp.storage.account.sessions import Session
from webapp.storage.capture.wins import Win
from webapp.storage.goals.verified import wins_with_verdict

GOAL = 'SELECT "t1"."area" FROM "goal" AS "t1"'
WIN = 'SELECT "t1"."what" FROM "win" AS "t1"'
LINKED = 'EXISTS(SELECT 1 FROM "win_link" AS "t2" WHERE ("t2"."win" = "t1"."id"))'
OWN_LINK = LINKED.replace('("t2"', '("t2"."person_id" = "t1"."person_id") AND ("t2"')
SESSION = '"session" AS "t1" INNER JOIN "person" AS "t2" ON ("t1"."person_id" = "t2"."id")'


@pytest.mark.parametrize(
    ("sql", "tables"),
    [
        (f'{WIN} WHERE ("t1"."person_id" = ?)', []),
        (f'{WIN} WHERE ("t1"."person_id" = %s)', []),
        (f'{WIN} WHERE (? AND ("t1"."id" = ?))', ["win"]),
        (f'{WIN} WHERE (("t1"."person_id" = ?) AND {LINKED})', ["win_link"]),
        (f'{WIN} WHERE (("t1"."person_id" = ?) AND {OWN_LINK})', []),
        (f'{WIN} WHERE (("t1"."person_id" = ?) OR ("t1"."id" = ?))', ["win"]),
        (f'{WIN} WHERE (("t1"."person_id" = ?) AND (("t1"."id" = ?) OR {OWN_LINK}))', []),
        (f"{WIN} WHERE {OWN_LINK}", ["win", "win_link"]),
        (f'{WIN} WHERE ("t1"."person_id" = ?) UNION {WIN} WHERE ("t1"."id" = ?)', ["win"]),
        (f'SELECT "t1"."what" FROM ({WIN} WHERE ("t1"."id" = ?)) AS "t1"', ["win"]),
        (f'SELECT "t2"."id" FROM {SESSION} WHERE ("t1"."token_hash" = ?)', []),
        ('DELETE FROM "session" WHERE ("session"."token_hash" = ?)', ["session"]),
        ('UPDATE "goal" SET "area" = ?, "objective" = ? WHERE ("goal"."id" = ?)', ["goal"]),
        ('UPDATE "goal" SET "area" = ?, "objective" = ? WHERE ("goal"."owner_id" = ?)', []),
        ('INSERT INTO "win" ("person_id", "id") VALUES (?, ?)', []),
        ('SELECT "t1"."key" FROM "bucket" AS "t1"', []),
    ],
)
def test_each_table_is_tied_to_a_person(sql: str, tables: list[str]) -> None:
    assert unscoped(sql) == tables


@pytest.mark.parametrize(
    ("sql", "places"),
    [
        (f'{WIN} WHERE (("t1"."id" = ?) AND ("t1"."person_id" = %s))', (1,)),
        (f'{WIN} WHERE ("t1"."person_id" IN (?, ?)) AND ("t1"."id" IN (?, ?))', (0, 1)),
        (f'SELECT "t2"."id" FROM {SESSION} WHERE ("t1"."token_hash" = ?)', ()),
        (f'{WIN} WHERE ("t1"."person_id" = ?) UNION {GOAL} WHERE ("t1"."owner_id" = ?)', (0, 1)),
        ('UPDATE "goal" SET "area" = ? WHERE ("goal"."owner_id" = ?)', (1,)),
    ],
)
def test_the_numbers_of_owners_are_found(sql: str, places: tuple[int, ...]) -> None:
    assert numbers_in(sql) == places


def test_a_statement_of_the_app_about_two_owners_is_noted(
    ana: Someone, ben: Someone, unscoped_queries: list[str]
) -> None:
    assert wins_with_verdict(ana.me.owner, Win.person == ben.me.owner) == []
    assert len(unscoped_queries) == 1
    unscoped_queries.clear()  # or this test would fail by it


def test_a_statement_of_the_app_about_everybody_is_noted(
    ana: Someone, unscoped_queries: list[str]
) -> None:
    end_all_sessions()
    assert unscoped_queries == ['DELETE FROM "session"']
    unscoped_queries.clear()  # or this test would fail by it


def test_what_a_test_itself_asks_is_not(ana: Someone, unscoped_queries: list[str]) -> None:
    assert Session.select().count() == 1
    assert unscoped_queries == []
