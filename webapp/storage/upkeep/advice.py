"""Advice for the operator about a failure: one sentence what is wrong, one what to do."""

from peewee import PeeweeException

from webapp.storage.engine.failures import is_busy, is_full
from webapp.storage.engine.write_lock import Busy
from webapp.storage.upkeep.schema import Newer
from webapp.storage.upkeep.snapshots import Unusable
from webapp.storage.upkeep.usage_lock import InUse

ADVICE = {
    "unable to open database": "The database cannot be opened. Make the data folder and all in it"
    " belong to this user, or name another one in SMALLWINS_DATA.",
    "readonly database": "The database cannot be written. Make the data folder and all in it"
    " belong to this user.",
    "not a database": "The database file is none, or broken. Restore a backup.",
    "malformed": "The database file is broken. Restore a backup.",
    "password authentication failed": "PostgreSQL refused user or password. Correct DATABASE_URL.",
    "no password supplied": "PostgreSQL wants a password. Put it into DATABASE_URL or ~/.pgpass.",
    "invalid port": "The port in DATABASE_URL is none. Correct it; PostgreSQL's own is 5432.",
    "invalid integer": "A number in DATABASE_URL is none. Correct it; PostgreSQL's port is 5432.",
    "does not exist": "PostgreSQL has no such user or database. Create it, or correct"
    " DATABASE_URL.",
    "translate host name": "The host in DATABASE_URL is not known. Correct it.",
    "resolve host": "The host in DATABASE_URL is not known. Correct it.",
    "permission denied": "The database user may not do that. Grant it the rights on its database.",
}
DRIVERS = {"sqlite3", "psycopg", "psycopg.errors"}
FULL = "The disk is full. Make room, then try again; nothing was lost."
BUSY = "The database is busy or away. See that it runs, then try again."


def advice_on(error: Exception) -> str | None:
    """Return the advice, or None for an unknown failure; it quotes no value of any row."""
    if isinstance(error, Unusable | InUse | Newer | ValueError):
        return str(error)
    if is_full(error):
        return FULL
    if isinstance(error, OSError) and error.filename:
        why = f"{error.filename} cannot be used by this user ({error.strerror})."
        return f"{why} Change its owner or rights, or name another."
    # Before "busy": PostgreSQL says that a connection failed, and only then why.
    if known := _known(error):
        return known
    return BUSY if isinstance(error, Busy) or is_busy(error) else None


def _known(error: Exception) -> str | None:
    said = str(error).lower() if _is_of_a_driver(error) else ""
    return next((advice for phrase, advice in ADVICE.items() if phrase in said), None)


def _is_of_a_driver(error: Exception) -> bool:
    # Peewee's, or what a driver raises to those who use it without Peewee, as Huey does.
    return isinstance(error, PeeweeException) or type(error).__module__ in DRIVERS
