"""The write lock of SQLite: one writer at a time, in order, across threads and processes.

SQLite's own busy handler sleeps and is unfair: with 16 writers some wait for seconds.
"""

import os
import threading
import time
from pathlib import Path
from weakref import WeakSet

from webapp.storage.engine.fair_locks import Busy, FairFileLock, FairThreadLock

__all__ = ["Busy", "NoLock", "WriteLock"]

TIMEOUT = 5.0  # seconds


class NoLock:
    """The write lock of an engine that needs none."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, *_: object) -> None:
        return None


class WriteLock:
    """A re-entrant lock, shared with other threads and, through a file, with other processes."""

    _owner: int | None
    _depth: int

    def __init__(self, path: Path) -> None:
        self._path = path
        self._processes: FairFileLock | None = None
        self._begin()
        _made.add(self)

    def __enter__(self) -> None:
        if self._owner != threading.get_ident():
            self._acquire(time.monotonic() + TIMEOUT)
            self._owner = threading.get_ident()
        self._depth += 1

    def __exit__(self, *_: object) -> None:
        if self._owner != threading.get_ident():
            return  # in a child forked inside the block: the lock belongs to its parent
        self._depth -= 1
        if self._depth == 0:
            self._release()

    def begin_in_child(self) -> None:
        """Forget holder and waiters, in a forked child: it has none of its parent's threads."""
        if self._processes:
            self._processes.close()
            self._processes = None
        self._begin()

    def _begin(self) -> None:
        self._threads = FairThreadLock()
        self._owner = None
        self._depth = 0

    def _acquire(self, deadline: float) -> None:
        self._threads.acquire(deadline)
        try:
            if self._processes is None:
                self._processes = FairFileLock(self._path)
            self._processes.acquire(deadline)
        except BaseException:
            self._threads.release()
            raise

    def _release(self) -> None:
        # Other processes first, then our threads, so that each process gets one turn.
        self._owner = None
        if self._processes:
            self._processes.release()
        self._threads.release()


_made: "WeakSet[WriteLock]" = WeakSet()


def _begin_in_child() -> None:
    for lock in _made:
        lock.begin_in_child()


os.register_at_fork(after_in_child=_begin_in_child)
