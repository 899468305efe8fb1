"""Bringing a database to the newest schema."""

from pathlib import Path

from peewee import Database, PostgresqlDatabase
from playhouse.migrations import Runner

from webapp.storage.database import connection, transaction

MIGRATIONS = Path(__file__).parent / "migrations"
MIGRATING = 0x536D616C  # any number that only this app uses


def migrate(database: Database) -> list[str]:
    """Apply what is pending and return the names of the migrations applied."""
    with connection(), transaction():
        _wait_for_others(database)
        applied: list[str] = Runner(database, str(MIGRATIONS)).up()
    return applied


def _wait_for_others(database: Database) -> None:
    # Processes that start at once must not both create the tables; SQLite has the write lock.
    if isinstance(database, PostgresqlDatabase):
        database.execute_sql("SELECT pg_advisory_xact_lock(%s)", (MIGRATING,))
