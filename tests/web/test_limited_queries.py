"""Every query that returns rows has a LIMIT, or a reason why it returns few (S9)."""

import re
from typing import Any

import pytest

from tests.support.make import Someone, decide, edit, question, rating, reopen, undo, win
from tests.support.plans import meets, ticks
from tests.support.queries import counted_queries
from tests.web.asking import asked, named
from tests.web.conftest import Browser
from tests.web.marked import live
from tests.web.rights import RIGHTS
from tests.web.test_worst_life import ASKED
from webapp.storage.upkeep.models import MODELS

LIMIT = re.compile(r"LIMIT (\?|%s|\d+)\)*$")
AGGREGATE = re.compile(r"SELECT (COUNT|MAX|MIN|SUM|COALESCE)\(")
KEYS = {
    model._meta.table_name: {key.column_name for key in model._meta.get_primary_keys()}  # type: ignore[attr-defined]
    for model in MODELS
}
# What a statement without one begins with, or reads: why it returns few rows. The limits of lists
# are those of docs/security.md.
SMALL = {
    'FROM "objective" AS "t1" WHERE ("t1"."owner_id" = ?)': "200 objectives",
    'FROM "objective_link"': "200 objectives that serve 10 each",
    'LEFT OUTER JOIN "objective_link"': "200 objectives that serve 10 each",
    'FROM "goal_objective" AS "t1" INNER JOIN "objective"': "10 objectives of each goal",
    'GROUP BY "t1"."objective"': "200 objectives",
    'FROM "indicator" AS "t1" WHERE ("t1"."owner_id" = ?)': "200 indicators",
    'FROM "preset" AS "t1"': "8 presets",
    'FROM "cited_win" AS "t1"': "10 wins of each thanks of a page, and those of a page of a board",
    'FROM "absence" AS "t1"': "100 days off; and the cadences of three kinds",
    'FROM "cadence"': "200 objectives and three kinds",
    'FROM "dependency" AS "t1"': "500 dependencies",
    'FROM "session"': "50 devices",
    'FROM "push_device" AS "t1"': "20 phones",
    'FROM "criterion" AS "t1"': "12 criteria of each goal",
    'FROM "decision_step"': "100 steps of each decision of a page",
    'FROM "field_revision"': "1,000 values of one win",
    'COUNT("t1"."id") FROM "goal" AS "t1"': "eleven confidences in three states",
    'SELECT "t1"."day", COUNT(1) FROM "win"': "the days of twelve weeks",
    'COUNT("t1"."win") FROM "win_link"': "the objectives that wins name",
    'SELECT "t1"."goal", MAX("t1"."happened")': "one of each goal of a page",
    '"t1"."statement", "t1"."state" FROM "goal" AS "t1"': "the ends of 500 dependencies",
    '"t1"."measurable", "t1"."verified", "t1"."entered"': "all wins of a goal that is met",
    "SELECT * FROM )": "the parts of Today and its count have a LIMIT of their own, see below",
    'WITH "recent"': "the days of three months, 100 pauses, 500 routines, 500 wins",
    'FROM "person"': "one row of one person",
    'FROM "owner"': "one row of one owner",
    'SELECT ?, "t1"."id", "t1"."name", ? FROM "objective"': "those, 100 goals, 200 indicators",
    "schema_migration": "of the database, not of a person",
    "sqlite_master": "of the database, not of a person",
    "pg_": "of the database, not of a person",
}


# What a statement of several parts begins with, and how many LIMITs its parts have.
IN_PARTS = {
    'SELECT * FROM (SELECT "': {2, 3},  # one of the next two
    'SELECT * FROM (SELECT "t1"."id", "t1"."happened"': {3},  # the wins of Today, and their number
    'SELECT * FROM (SELECT "t1"."owner_id"': {2},  # open goals, and closed ones
    "SELECT * FROM (SELECT 'goal'": {4},
    'WITH "recent"': {3},
}


def needs_a_reason(sql: str) -> bool:
    """Return whether a statement may return many rows, as far as its text says."""
    reads = sql.lstrip("(").startswith(("SELECT", "WITH")) and not LIMIT.search(sql)
    counts = AGGREGATE.match(sql) and "GROUP BY" not in sql
    return reads and not counts and not is_by_key(sql)


def is_by_key(sql: str) -> bool:
    """Return whether every column of the key of its table is given, or a list of the last."""
    table = re.search(r'FROM "(\w+)" AS "(t\d+)"', sql)
    if not table:
        return False
    name, short = table.groups()
    given = set(re.findall(rf'"{short}"\."(\w+)" (?:= \?|IN \(\?[?, ]*\))', sql))
    return bool(KEYS.get(name)) and KEYS[name] <= given


def unexplained(queries: list[str]) -> set[str]:
    texts = {re.sub(r"\s+", " ", sql.replace("%s", "?")) for sql in queries}
    found = {sql for sql in texts if needs_a_reason(sql)}
    return {sql for sql in found if not any(known in outermost(sql) for known in SMALL)}


def outermost(sql: str) -> str:
    """Return a statement without the SELECTs inside it that have a LIMIT, or return no rows."""
    depth, text = 0, ""
    for part in re.split(r"((?<!ALL )(?<!\) )(?!\A)\(SELECT|[()])", sql):
        depth += (part == "(SELECT" or (depth > 0 and part == "(")) - (depth > 0 and part == ")")
        text += part if depth == 0 else ""
    return text


def test_every_query_of_a_page_is_limited(
    as_ana: Browser, ana: Someone, theirs: dict[str, Any]
) -> None:
    live(ana, theirs)
    with counted_queries() as queries:
        for route in RIGHTS:
            if route.startswith("GET "):
                asked(as_ana, route, theirs)
        for path in ASKED:
            as_ana.get(named(path, theirs))
    assert len(set(queries)) > 50
    assert unexplained(queries) == set()
    assert {
        begins: {sql.count("LIMIT") for sql in queries if sql.lstrip("(").startswith(begins)}
        for begins in IN_PARTS
    } == IN_PARTS


def test_every_query_of_the_outbox_is_limited(ana: Someone, theirs: dict[str, Any]) -> None:
    a_win, a_rating, asked_for = win(objectives=[theirs["objective_id"]]), rating(), question()
    goal = theirs["goal_id"]
    first = [a_win, a_rating, asked_for, ticks(goal, 1), meets(goal)]
    then = [edit(a_win, what="Else"), decide(asked_for), reopen(asked_for), undo(a_rating)]
    with counted_queries() as queries:
        ana.sends(*first)
        ana.sends(*then)
        ana.sends(undo(a_win), undo(asked_for), undo(first[-1]))
    assert unexplained(queries) == set()


@pytest.mark.parametrize(
    ("sql", "needed"),
    [
        ('SELECT "t1"."what" FROM "win" AS "t1" WHERE ("t1"."person_id" = ?)', True),
        ('WITH "own" AS (SELECT "t1"."what" FROM "win" AS "t1") SELECT * FROM "own"', True),
        ('SELECT "t1"."what" FROM "win" AS "t1" WHERE ("t1"."person_id" = ?) LIMIT ?', False),
        ('SELECT (SELECT "t2"."id" FROM "win" LIMIT 1) FROM "win" AS "t1" WHERE 1', True),
        ('SELECT COUNT("t1"."id") FROM "win" AS "t1" WHERE ("t1"."person_id" = ?)', False),
        (
            'SELECT "t1"."what" FROM "win" AS "t1"'
            ' WHERE (("t1"."person_id" = ?) AND ("t1"."id" = ?))',
            False,
        ),
    ],
)
def test_a_statement_without_a_limit_is_noticed(sql: str, needed: bool) -> None:
    assert needs_a_reason(sql) is needed
