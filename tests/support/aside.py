"""Working on another database than the app's, which the other tests go on with."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from webapp.storage.engine.database import State, database
from webapp.storage.upkeep.opening import open_while


@contextmanager
def aside() -> Iterator[None]:
    """Whatever the block opens, afterwards it is as it was."""
    before, lock = database.obj, State.write_lock
    try:
        yield
    finally:
        database.initialize(before)
        State.write_lock = lock


@contextmanager
def open_at(path: Path) -> Iterator[None]:
    """The SQLite file at `path`, migrated and connected, for the block."""
    with aside(), open_while(f"sqlite:///{path}"):
        yield
