"""Other holders of the write lock: threads, and another process."""

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
    """Return whether a thread that waits 20 ms gets Busy."""
    before, write_lock.TIMEOUT = write_lock.TIMEOUT, 0.02
    try:
        with lock:
            return False
    except Busy:
        return True
    finally:
        write_lock.TIMEOUT = before


def run_with(lock: WriteLock, action: Callable[[], object]) -> None:
    """Acquire the lock, run `action`, release the lock."""
    with lock:
        action()


def start(action: Callable[[], None]) -> threading.Thread:
    thread = threading.Thread(target=action)
    thread.start()
    return thread


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.001)


@contextmanager
def held_by_a_thread(lock: WriteLock) -> Iterator[None]:
    """Let another thread hold the lock for the block."""
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


def has_waiter(path: Path) -> bool:
    """Wait until a process is the next to acquire the lock."""
    with path.with_name(path.name + ".next").open("w") as file:
        wait_until(lambda: not flock(file.fileno()))
    return True


def flock(file: int) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    fcntl.flock(file, fcntl.LOCK_UN)
    return True


class Other:
    """A process that acquires the lock, and releases it when it is asked to go on."""

    def __init__(self, process: subprocess.Popen) -> None:
        self._process = process
        self._lines = 0

    def next_line(self) -> str:
        """Let the process go on; return the next line it prints."""
        if self._lines:
            self._process.stdin.write("\n")
            self._process.stdin.flush()
        self._lines += 1
        return self._process.stdout.readline().strip()

    def kill(self) -> None:
        self._process.kill()


@contextmanager
def other_process(path: Path) -> Iterator[Other]:
    """Start a process that acquires the lock, and kill it after the block."""
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
