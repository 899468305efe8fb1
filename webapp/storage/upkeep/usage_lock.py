"""A lock on the use of a SQLite file: shared by processes that use it, exclusive to replace it.

SQLite allows its file to be replaced under a running process, which then goes on writing to the
old file, and the data is lost.
"""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

_until_exit = contextlib.ExitStack()


class InUse(Exception):
    """Another process uses or replaces the database; the text says what to do."""


def share_until_exit(path: Path) -> None:
    """Hold the shared lock on `path` for as long as this process runs; InUse."""
    _until_exit.enter_context(shared(path))


@contextlib.contextmanager
def shared(path: Path) -> Iterator[None]:
    """Hold the shared lock for the block; InUse while the database is being replaced."""
    refusal = f"{path} is being restored. Wait until that is done, then try again."
    with _locked(path, fcntl.LOCK_SH, refusal):
        yield


@contextlib.contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Hold the exclusive lock for the block; InUse while others use the database."""
    refusal = f"{path} is in use. Stop the server, then try again."
    with _locked(path, fcntl.LOCK_EX, refusal):
        yield


@contextlib.contextmanager
def _locked(path: Path, how: int, refusal: str) -> Iterator[None]:
    path.parent.mkdir(parents=True, exist_ok=True)
    # Opened for reading only: root may have created it before the server's own user.
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
