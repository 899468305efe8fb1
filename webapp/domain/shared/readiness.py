"""Whether the app can answer: its database does, and has the tables that this version needs."""

from peewee import PeeweeException

from webapp.storage.engine.database import connection, database
from webapp.storage.upkeep.schema import pending


def why_not_ready() -> str | None:
    """What is missing, in a sentence without anything of anybody; None when nothing is."""
    try:
        with connection():
            missing = pending(database.obj)
    except (PeeweeException, ValueError):  # ValueError: all connections are taken
        return "The database does not answer."
    return f"{len(missing)} migrations were not applied." if missing else None
