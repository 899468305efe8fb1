"""Migrating a database to the newest schema."""

import logging
from functools import cache
from pathlib import Path

from peewee import Database, PostgresqlDatabase
from playhouse.migrations import Runner

from webapp.storage.engine.database import connection, transaction

logger = logging.getLogger(__name__)

MIGRATIONS = Path(__file__).parents[1] / "migrations"
MIGRATING = 0x536D616C  # any number that only this app uses
HISTORY = "schema_migration"


class Newer(Exception):
    """The database has a schema newer than this version knows; the text says what to do."""


def migrate(database: Database) -> list[str]:
    """Apply the pending migrations and return their names; Newer."""
    with connection(), transaction():
        _wait_for_others(database)
        refuse_newer(database)
        is_new = not _applied(database)
        applied: list[str] = Runner(database, str(MIGRATIONS)).up()
    if applied and not is_new:
        logger.info("database updated", extra={"fields": {"migrations": applied}})
    return applied


def refuse_newer(database: Database) -> None:
    """Raise Newer if the database has had migrations that this version does not know."""
    if unknown := sorted(_applied(database) - _known()):
        raise Newer(
            f"The database is of a newer Small Wins (it has {unknown[-1]})."
            " Update Small Wins, or restore a backup made by this version."
        )


def pending(database: Database) -> list[str]:
    """Return the names of the migrations that were not applied yet."""
    return sorted(_known() - _applied(database))


def _applied(database: Database) -> set[str]:
    if not database.table_exists(HISTORY):
        return set()
    return {row[0] for row in database.execute_sql(f"SELECT name FROM {HISTORY}")}  # noqa: S608


@cache
def _known() -> frozenset[str]:
    return frozenset(path.stem for path in MIGRATIONS.glob("[0-9]*.py"))


def _wait_for_others(database: Database) -> None:
    # Processes that start at once must not both create the tables; SQLite has the write lock.
    if isinstance(database, PostgresqlDatabase):
        database.execute_sql("SELECT pg_advisory_xact_lock(%s)", (MIGRATING,))
