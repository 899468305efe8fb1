"""Standing in line: threads of a process, and processes that share a file."""

import fcntl
import os
import threading
import time
from collections import deque
from pathlib import Path


class Busy(Exception):
    """The database was written to by others for longer than a request may wait."""


class FairThreadLock:
    """A lock that the threads of this process get in the order they came."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._waiting: deque[threading.Lock] = deque()
        self._taken = False

    def acquire(self, deadline: float) -> None:
        """Come back with the lock; Busy when it is not free by then (time.monotonic)."""
        turn = self._stand_in_line()
        if turn is None:
            return
        try:
            came = turn.acquire(timeout=max(0, deadline - time.monotonic()))
        except BaseException:
            if not self._leave(turn):
                self.release()
            raise
        if not came and self._leave(turn):
            raise Busy

    def release(self) -> None:
        """Hand it to whoever has waited longest."""
        with self._guard:
            self._taken = bool(self._waiting)
            if self._waiting:
                self._waiting.popleft().release()

    def _stand_in_line(self) -> "threading.Lock | None":
        with self._guard:
            if not self._taken:
                self._taken = True
                return None
            turn = threading.Lock()
            turn.acquire()
            self._waiting.append(turn)
            return turn

    def _leave(self, turn: threading.Lock) -> bool:
        # False: it had just become this turn's.
        with self._guard:
            if turn in self._waiting:
                self._waiting.remove(turn)
                return True
            return False


class FairFileLock:
    """A lock on a file that processes take turns at; one thread of each uses it at a time.

    Whoever waits first holds the file `.next`, so that nobody who has just had the lock gets it
    again before them. The system wakes them, and takes both from a process that dies.
    """

    def __init__(self, path: Path) -> None:
        self._file = _open(path)
        self._next = _open(path.with_name(path.name + ".next"))
        self._guard = threading.Lock()
        self._asked, self._answered = threading.Semaphore(0), threading.Semaphore(0)
        self._wanted = self._standing = self._has_keeper = False

    def acquire(self, deadline: float) -> None:
        """Come back with the lock; Busy when it is not free by then (time.monotonic)."""
        if not self._standing and self._at_once():
            return
        self._ask()
        try:
            came = self._answered.acquire(timeout=max(0, deadline - time.monotonic()))
        except BaseException:
            if not self._leave():
                self.release()
            raise
        if not came and self._leave():
            raise Busy

    def release(self) -> None:
        """Let the next process have it."""
        fcntl.flock(self._file, fcntl.LOCK_UN)

    def close(self) -> None:
        """Leave the files, in a child that was forked: the locks stay with its parent."""
        os.close(self._file)
        os.close(self._next)

    def _at_once(self) -> bool:
        if not _try(self._next):
            return False
        if not _try(self._file):
            return False  # and first in line
        fcntl.flock(self._next, fcntl.LOCK_UN)
        return True

    def _ask(self) -> None:
        # Waiting for a file knows no time limit, so that another thread does it.
        with self._guard:
            self._wanted = True
            if not self._standing:
                self._standing = True
                self._asked.release()
        if not self._has_keeper:
            self._has_keeper = True
            threading.Thread(target=self._stand_in_line, name="write lock", daemon=True).start()

    def _leave(self) -> bool:
        # False: it had just become ours.
        with self._guard:
            self._wanted = False
            return not self._answered.acquire(blocking=False)

    def _stand_in_line(self) -> None:
        while self._asked.acquire():
            fcntl.flock(self._next, fcntl.LOCK_EX)
            fcntl.flock(self._file, fcntl.LOCK_EX)
            fcntl.flock(self._next, fcntl.LOCK_UN)
            with self._guard:
                self._standing = False
                if self._wanted:
                    self._wanted = False
                    self._answered.release()
                else:
                    self.release()  # whoever asked has gone


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)


def _try(file: int) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
