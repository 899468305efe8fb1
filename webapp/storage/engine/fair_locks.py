"""Locks that are acquired in the order they were asked for, by threads and by processes."""

import fcntl
import os
import threading
import time
from collections import deque
from pathlib import Path


class Busy(Exception):
    """Others held the write lock for longer than a request may wait."""


class FairThreadLock:
    """A lock that threads of this process acquire in the order they asked for it."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._waiting: deque[threading.Lock] = deque()
        self._taken = False

    def acquire(self, deadline: float) -> None:
        """Acquire the lock; Busy if it is not free at `deadline` (time.monotonic)."""
        turn = self._queue()
        if turn is None:
            return
        try:
            acquired = turn.acquire(timeout=max(0, deadline - time.monotonic()))
        except BaseException:
            if not self._leave(turn):
                self.release()
            raise
        if not acquired and self._leave(turn):
            raise Busy

    def release(self) -> None:
        """Release the lock and pass it to the thread that has waited longest."""
        with self._guard:
            self._taken = bool(self._waiting)
            if self._waiting:
                self._waiting.popleft().release()

    def _queue(self) -> "threading.Lock | None":
        # None: it was free, and is ours now.
        with self._guard:
            if not self._taken:
                self._taken = True
                return None
            turn = threading.Lock()
            turn.acquire()
            self._waiting.append(turn)
            return turn

    def _leave(self, turn: threading.Lock) -> bool:
        # Return False if the lock was passed to this turn in the meantime.
        with self._guard:
            if turn in self._waiting:
                self._waiting.remove(turn)
                return True
            return False


class FairFileLock:
    """A lock on a file for processes, acquired in turn; one thread of each uses it at a time.

    The process that waits first holds a second file, `.next`, so that a process that has just
    released the lock cannot acquire it again before the other. The system wakes it, and releases
    both files when a process dies.
    """

    def __init__(self, path: Path) -> None:
        self._file = _open(path)
        self._next = _open(path.with_name(path.name + ".next"))
        self._guard = threading.Lock()
        self._asked, self._answered = threading.Semaphore(0), threading.Semaphore(0)
        self._wanted = self._queued = self._has_waiter = False

    def acquire(self, deadline: float) -> None:
        """Acquire the lock; Busy if it is not free at `deadline` (time.monotonic)."""
        if not self._queued and self._try_at_once():
            return
        self._ask()
        try:
            acquired = self._answered.acquire(timeout=max(0, deadline - time.monotonic()))
        except BaseException:
            if not self._leave():
                self.release()
            raise
        if not acquired and self._leave():
            raise Busy

    def release(self) -> None:
        """Release the lock for the next process."""
        fcntl.flock(self._file, fcntl.LOCK_UN)

    def close(self) -> None:
        """Close the files in a forked child; the locks stay with its parent."""
        os.close(self._file)
        os.close(self._next)

    def _try_at_once(self) -> bool:
        if not _try(self._next):
            return False
        if not _try(self._file):
            return False  # and this process is the next
        fcntl.flock(self._next, fcntl.LOCK_UN)
        return True

    def _ask(self) -> None:
        # Waiting for a file lock has no time limit, so a thread of its own waits.
        with self._guard:
            self._wanted = True
            if not self._queued:
                self._queued = True
                self._asked.release()
        if not self._has_waiter:
            self._has_waiter = True
            threading.Thread(target=self._wait_in_turn, name="write lock", daemon=True).start()

    def _leave(self) -> bool:
        # Return False if the lock was acquired in the meantime.
        with self._guard:
            self._wanted = False
            return not self._answered.acquire(blocking=False)

    def _wait_in_turn(self) -> None:
        while self._asked.acquire():
            fcntl.flock(self._next, fcntl.LOCK_EX)
            fcntl.flock(self._file, fcntl.LOCK_EX)
            fcntl.flock(self._next, fcntl.LOCK_UN)
            with self._guard:
                self._queued = False
                if self._wanted:
                    self._wanted = False
                    self._answered.release()
                else:
                    self.release()  # the thread that asked has given up


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)


def _try(file: int) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
