"""The migrations make what the models say, and can be taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from peewee import Database, SqliteDatabase
from playhouse.migrations import Runner

from webapp.storage.database import database
from webapp.storage.schema import MIGRATIONS, migrate
from webapp.storage.tables import TABLES

HISTORY = "schema_migration"


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Database]:
    """A database in which there is nothing yet."""
    with SqliteDatabase(tmp_path / "empty.db") as opened:
        yield opened
    opened.close()


@pytest.fixture
def migrated(tmp_path: Path) -> Iterator[Database]:
    """A database that all migrations were applied to."""
    with SqliteDatabase(tmp_path / "migrated.db") as opened:
        Runner(opened, str(MIGRATIONS)).up()
        yield opened
    opened.close()


def test_a_migrated_database_is_the_one_the_models_would_make(empty, migrated):
    with empty.bind_ctx(TABLES):
        empty.create_tables(TABLES, safe=False)
    assert schema_of(migrated) == schema_of(empty)


def test_every_table_is_among_the_migrated(migrated):
    names = {name for kind, name in schema_of(migrated) if kind == "table"}
    assert names == {model._meta.table_name for model in TABLES}


def test_a_difference_in_a_constraint_is_seen(migrated):
    before = schema_of(migrated)
    migrated.execute_sql("DROP TABLE check_in")
    migrated.execute_sql(before["table", "check_in"].replace("BETWEEN 0 AND 10", "BETWEEN 0 AND 9"))
    assert schema_of(migrated)["table", "check_in"] != before["table", "check_in"]


def test_taking_all_migrations_back_leaves_nothing(migrated):
    runner = Runner(migrated, str(MIGRATIONS))
    while runner.applied():
        runner.down()
    assert schema_of(migrated) == {}


def test_a_database_that_was_taken_back_can_be_migrated_again(migrated):
    before = schema_of(migrated)
    runner = Runner(migrated, str(MIGRATIONS))
    runner.down(runner.migrations()[0].name)
    runner.up()
    assert schema_of(migrated) == before


def test_what_was_applied_is_not_applied_again(app):
    assert migrate(database.obj) == []


def schema_of(opened: Database) -> dict[tuple[str, str], str]:
    """The text of every table and index, without the runner's own history."""
    rows = opened.execute_sql("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
    return {
        (kind, name): sql
        for kind, name, table, sql in rows
        if table != HISTORY and not name.startswith("sqlite_")
    }
