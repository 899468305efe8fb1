"""Who has a SQLite file open: many who use it together, or one who replaces it.

SQLite itself does not mind that its file is renamed under a process, which then goes on writing
to a file that nobody will read.
"""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

_until_exit = contextlib.ExitStack()


class InUse(Exception):
    """The database cannot be had as asked for; says what to do."""


def share_until_exit(path: Path) -> None:
    """This process uses the database at `path` for as long as it lives."""
    _until_exit.enter_context(shared(path))


@contextlib.contextmanager
def shared(path: Path) -> Iterator[None]:
    """Use the database together with others; InUse while it is being replaced."""
    refusal = f"{path} is being restored. Wait until that is done, then try again."
    with _locked(path, fcntl.LOCK_SH, refusal):
        yield


@contextlib.contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Have the database to oneself; InUse while others use it."""
    refusal = f"{path} is in use. Stop the server, then try again."
    with _locked(path, fcntl.LOCK_EX, refusal):
        yield


@contextlib.contextmanager
def _locked(path: Path, how: int, refusal: str) -> Iterator[None]:
    path.parent.mkdir(parents=True, exist_ok=True)
    # Opened for reading only: root may have made it before the server's own user came.
    file = os.open(f"{path}.in-use", os.O_RDONLY | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        _lock(file, how, refusal)
        yield
    finally:
        os.close(file)


def _lock(file: int, how: int, refusal: str) -> None:
    try:
        fcntl.flock(file, how | fcntl.LOCK_NB)
    except BlockingIOError:
        raise InUse(refusal) from None
