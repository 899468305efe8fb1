"""The database that is open: binding models to it, connections and transactions."""

import contextlib
from collections.abc import Callable, Iterator

from peewee import Database, DatabaseProxy, Model

from webapp.storage.engine.one_writer import OneWriter
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
    """The base of all models: a table of this app."""

    class Meta:
        database = database
        legacy_table_names = False


class State:
    """What belongs to the database that is open."""

    write_lock: WriteLock | NoLock = NoLock()


def open_database(url: str) -> Database:
    """Bind the models to the database at `url` and return it, not yet connected.

    ValueError: the address cannot be used; its text says what to do.
    """
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
    """Run the block in a transaction, one writer at a time; inside another it is a savepoint."""
    with State.write_lock, _writing(), database.obj.atomic():
        yield


def _writing() -> contextlib.AbstractContextManager[None]:
    opened = database.obj
    return opened.writing() if isinstance(opened, OneWriter) else contextlib.nullcontext()


@contextlib.contextmanager
def connection() -> Iterator[None]:
    """Connect for the block; a connection that was open before is left open."""
    opened = database.connect(reuse_if_open=True)
    try:
        yield
    finally:
        if opened:
            database.close()
