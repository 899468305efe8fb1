"""After an update, links of teams show only what teams own themselves (0019_outside_links)."""

from collections.abc import Callable, Iterator

import pytest
from peewee import Database
from playhouse.migrations import Runner

from tests.storage.upkeep.test_migrations import opened_at
from tests.storage.upkeep.test_released import (
    FIRST,
    OUTSIDE,
    RELEASED,
    columns_of,
    fill,
    insert,
    listed,
)
from webapp.storage.upkeep.schema import MIGRATIONS


@pytest.fixture
def empty(new_address: Callable[[], str]) -> Iterator[Database]:
    """Open an empty database."""
    yield from opened_at(new_address())


def test_only_what_teams_own_may_be_shown_outside_after_an_update(empty: Database) -> None:
    runner, before = Runner(empty, str(MIGRATIONS)), RELEASED.index(OUTSIDE)
    runner.up(RELEASED[before - 1])
    fill(empty)
    empty.execute_sql("UPDATE shared_win SET outside = FALSE")
    insert(empty, "person", {**FIRST["person"], "id": 2, "key": "other", "email": "other"})
    insert(empty, "owner", {"id": 2, "person_id": 2})
    its = columns_of(empty)["shared_win"]
    [row] = empty.execute_sql(f"SELECT {listed(its)} FROM shared_win").fetchall()
    insert(empty, "shared_win", {**dict(zip(its, row, strict=True)), "person_id": 2})
    runner.up()
    assert shown_outside(empty) == [(1, True), (2, False)]
    while len(runner.applied()) > before:
        runner.down()
    assert shown_outside(empty) == [(1, False), (2, False)]


def shown_outside(opened: Database) -> list[tuple[int, bool]]:
    """Return whose wins team 1 shows to all who have a link."""
    return sorted(opened.execute_sql("SELECT person_id, outside FROM shared_win").fetchall())
