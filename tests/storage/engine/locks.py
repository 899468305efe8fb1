"""Others who want the write lock: threads, and a process of its own."""

import fcntl
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from webapp.paths import PACKAGE
from webapp.storage.engine import write_lock
from webapp.storage.engine.write_lock import Busy, WriteLock

HOLDER = """
import sys
from pathlib import Path
from webapp.storage.engine.write_lock import WriteLock
with WriteLock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
print("free", flush=True)
sys.stdin.readline()
"""


def busy(lock: WriteLock) -> bool:
    """Whether somebody who waits 20 ms is told so."""
    before, write_lock.TIMEOUT = write_lock.TIMEOUT, 0.02
    try:
        with lock:
            return False
    except Busy:
        return True
    finally:
        write_lock.TIMEOUT = before


def taken(lock: WriteLock, then: Callable[[], object]) -> None:
    """Take it, do something, give it back."""
    with lock:
        then()


def start(what: Callable[[], None]) -> threading.Thread:
    thread = threading.Thread(target=what)
    thread.start()
    return thread


def until(what: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not what():
        assert time.monotonic() < deadline
        time.sleep(0.001)


@contextmanager
def held_by_a_thread(lock: WriteLock) -> Iterator[None]:
    """Another thread holds the lock as long as the block lasts."""
    held, over = threading.Event(), threading.Event()

    def hold() -> None:
        with lock:
            held.set()
            over.wait(10)

    thread = start(hold)
    assert held.wait(10)
    yield
    over.set()
    thread.join()


def in_line(path: Path) -> bool:
    """True once somebody is the next to get it."""
    with path.with_name(path.name + ".next").open("w") as file:
        until(lambda: not flock(file.fileno()))
    return True


def flock(file: int) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    fcntl.flock(file, fcntl.LOCK_UN)
    return True


class Other:
    """A process that takes the lock; each call lets it go on and gives the next word it says."""

    def __init__(self, process: subprocess.Popen) -> None:
        self._process = process
        self._said = 0

    def told(self) -> str:
        if self._said:
            self._process.stdin.write("\n")
            self._process.stdin.flush()
        self._said += 1
        return self._process.stdout.readline().strip()

    def kill(self) -> None:
        self._process.kill()


@contextmanager
def other_process(path: Path) -> Iterator[Other]:
    """A process that takes the lock, killed when the block ends."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)],
        cwd=PACKAGE.parent,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        yield Other(process)
        process.kill()
