"""Use another database for a while; afterwards the app has its own again."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from webapp.storage.engine.database import State, database
from webapp.storage.upkeep.opening import open_while


@contextmanager
def aside() -> Iterator[None]:
    """Restore the open database and its write lock after the block."""
    before, lock = database.obj, State.write_lock
    try:
        yield
    finally:
        database.initialize(before)
        State.write_lock = lock


@contextmanager
def open_at(path: Path) -> Iterator[None]:
    """Open the SQLite file at `path`, migrated and connected, for the block."""
    with aside(), open_while(f"sqlite:///{path}"):
        yield
