"""The connection: which database it is, and how a transaction is begun."""

import contextlib
from collections.abc import Callable, Iterator

from peewee import Database, DatabaseProxy, Model

from webapp.storage.engine.postgres import open_postgres
from webapp.storage.engine.sqlite import open_sqlite
from webapp.storage.engine.write_lock import NoLock, WriteLock

database = DatabaseProxy()

ENGINES: dict[str, Callable[[str], tuple[Database, WriteLock | NoLock]]] = {
    "sqlite": open_sqlite,
    "postgresql": open_postgres,
    "postgres": open_postgres,
}


class Stored(Model):
    """A table of this app."""

    class Meta:
        database = database
        legacy_table_names = False


class State:
    """What belongs to the database that is open now."""

    write_lock: WriteLock | NoLock = NoLock()


def open_database(url: str) -> Database:
    """Bind the models to the database at `url`; it is not yet connected. ValueError: what to do."""
    scheme, colon, _ = url.partition(":")
    if not colon or scheme not in ENGINES:
        raise ValueError(
            "DATABASE_URL must begin with sqlite:/// or postgresql://."
            " Leave it out to use the file in SMALLWINS_DATA."
        )
    opened, State.write_lock = ENGINES[scheme](url)
    database.initialize(opened)
    return opened


@contextlib.contextmanager
def transaction() -> Iterator[None]:
    """All or nothing; one writer at a time. A transaction inside another is a savepoint."""
    with State.write_lock, database.atomic():
        yield


@contextlib.contextmanager
def connection() -> Iterator[None]:
    """A connection for the block; one that is open already is left open."""
    opened = database.connect(reuse_if_open=True)
    try:
        yield
    finally:
        if opened:
            database.close()
