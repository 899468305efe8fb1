"""The migrations create what the models describe, and can be reversed."""

import logging
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from peewee import Database, PostgresqlDatabase
from playhouse.migrations import Runner

from tests.support.aside import aside
from webapp.storage.engine.database import ENGINES, database
from webapp.storage.upkeep.models import MODELS
from webapp.storage.upkeep.opening import open_while
from webapp.storage.upkeep.schema import MIGRATIONS, migrate

HISTORY = "schema_migration"


@pytest.fixture
def empty(new_address: Callable[[], str]) -> Iterator[Database]:
    """Open an empty database."""
    yield from opened_at(new_address())


@pytest.fixture
def migrated(new_address: Callable[[], str]) -> Iterator[Database]:
    """Open a database with all migrations applied."""
    for fresh in opened_at(new_address()):
        Runner(fresh, str(MIGRATIONS)).up()
        yield fresh


def opened_at(url: str) -> Iterator[Database]:
    fresh, _ = ENGINES[urlsplit(url).scheme](url)
    with fresh:
        yield fresh
    fresh.close_all()


def test_a_migrated_database_is_the_one_the_models_would_make(empty, migrated):
    with empty.bind_ctx(MODELS):
        empty.create_tables(MODELS, safe=False)
    assert schema_of(migrated) == schema_of(empty)


def test_every_table_is_among_the_migrated(migrated):
    names = {name for kind, name in schema_of(migrated) if kind == "table"}
    assert names == {model._meta.table_name for model in MODELS}


def test_a_difference_in_a_constraint_is_seen(migrated):
    before = schema_of(migrated)
    migrated.execute_sql("ALTER TABLE win RENAME COLUMN what TO whatever")
    assert schema_of(migrated) != before


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


def test_an_update_names_what_it_applied_and_a_first_start_logs_nothing(new_address, caplog):
    caplog.set_level(logging.INFO, "webapp")
    url = new_address()
    with aside(), open_while(url):
        [newest] = Runner(database.obj, str(MIGRATIONS)).down()
    assert caplog.records == []
    with aside(), open_while(url):
        pass
    assert [record.fields for record in caplog.records] == [{"migrations": [newest]}]


def test_what_was_applied_is_not_applied_again(app):
    assert migrate(database.obj) == []


def schema_of(opened: Database) -> dict[tuple[str, str], str]:
    """Return the text of every table, constraint and index, without the runner's history."""
    if isinstance(opened, PostgresqlDatabase):
        return {(kind, name): text for kind, name, text in opened.execute_sql(IN_POSTGRES)}
    rows = opened.execute_sql("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
    return {
        (kind, name): sql
        for kind, name, table, sql in rows
        if table != HISTORY and not name.startswith("sqlite_")
    }


IN_POSTGRES = f"""
    SELECT 'table', c.relname, string_agg(
        a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull
        || coalesce(' ' || pg_get_expr(d.adbin, d.adrelid), ''), ', ' ORDER BY a.attnum)
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
        AND NOT a.attisdropped
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> '{HISTORY}'
    GROUP BY c.relname
    UNION ALL
    SELECT 'constraint', conname, pg_get_constraintdef(oid) FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace
        AND conrelid IS DISTINCT FROM to_regclass('{HISTORY}')
    UNION ALL
    SELECT 'index', indexname, indexdef FROM pg_indexes
    WHERE schemaname = 'public' AND tablename <> '{HISTORY}'
"""
