"""Whether the app is ready: the database answers and has the tables of this version."""

from peewee import PeeweeException

from webapp.storage.engine.database import connection, database
from webapp.storage.upkeep.schema import pending


def why_not_ready() -> str | None:
    """Return what is missing as a sentence without any value of a row, None if nothing is."""
    try:
        with connection():
            missing = pending(database.obj)
    except (PeeweeException, ValueError):  # ValueError: all connections are taken
        return "The database does not answer."
    return f"{len(missing)} migrations were not applied." if missing else None
