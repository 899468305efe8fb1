"""Bringing a database to the newest schema."""

from pathlib import Path

from peewee import Database
from playhouse.migrations import Runner

from webapp.storage.database import connection, transaction

MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(database: Database) -> list[str]:
    """Apply what is pending and return the names of the migrations applied."""
    with connection(), transaction():
        applied: list[str] = Runner(database, str(MIGRATIONS)).up()
    return applied
