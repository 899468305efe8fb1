"""One writer at a time, across threads and processes."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from webapp.paths import PACKAGE
from webapp.storage import write_lock
from webapp.storage.write_lock import Busy, NoLock, WriteLock

HOLDER = """
import sys
from pathlib import Path
from webapp.storage.write_lock import WriteLock
with WriteLock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
print("free", flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file through which processes share the lock."""
    return tmp_path / "smallwins.db.lock"


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waiting for the lock ends after 20 ms."""
    monkeypatch.setattr(write_lock, "PATIENCE", 0.02)


def test_whoever_holds_it_may_take_it_again(path, impatient):
    lock = WriteLock(path)
    with lock, lock, lock:
        assert path.exists()
    with lock:
        pass


def test_a_second_thread_is_told_busy_and_gets_it_afterwards(path, impatient):
    lock = WriteLock(path)
    with held_by_a_thread(lock), pytest.raises(Busy), lock:
        pass
    with lock:
        pass


def test_it_stays_held_until_the_outermost_block_ends(path, impatient):
    ours, theirs = WriteLock(path), WriteLock(path)
    with ours:
        with ours:
            pass
        with pytest.raises(Busy), theirs:
            pass
    with theirs:
        pass


def test_a_failure_inside_gives_it_back(path, impatient):
    ours, theirs = WriteLock(path), WriteLock(path)
    with pytest.raises(ZeroDivisionError), ours:
        _ = 1 / 0
    with theirs:
        pass


def test_being_told_busy_by_a_process_leaves_the_threads_free(path, impatient):
    ours, theirs = WriteLock(path), WriteLock(path)
    with theirs, pytest.raises(Busy), ours:
        pass
    with held_by_a_thread(ours):
        pass


def test_a_second_process_is_told_busy_and_gets_it_afterwards(path, impatient):
    with other_process(path) as told:
        assert told() == "held"
        with pytest.raises(Busy), WriteLock(path):
            pass
        assert told() == "free"
        with WriteLock(path):
            pass


def test_a_process_that_dies_gives_it_back(path, impatient):
    with other_process(path) as told:
        told()
    with WriteLock(path):
        pass


def test_threads_that_count_together_lose_no_step(path):
    lock, counted = WriteLock(path), [0]
    threads = [threading.Thread(target=count, args=(lock, counted)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counted == [200]


def test_an_engine_of_its_own_order_needs_no_lock():
    lock = NoLock()
    with lock, lock:
        pass


def count(lock: WriteLock, counted: list[int]) -> None:
    """Add 50 in steps that others could step into."""
    for _ in range(50):
        with lock:
            counted[0] += 1


@contextmanager
def held_by_a_thread(lock: WriteLock) -> Iterator[None]:
    """Another thread holds the lock as long as the block lasts."""
    held, over = threading.Event(), threading.Event()

    def hold() -> None:
        with lock:
            held.set()
            over.wait(10)

    thread = threading.Thread(target=hold)
    thread.start()
    assert held.wait(10)
    yield
    over.set()
    thread.join()


@contextmanager
def other_process(path: Path) -> Iterator:
    """A process that holds the lock: each call lets it go on and gives the next word it says."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)],
        cwd=PACKAGE.parent,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    words = []

    def told() -> str:
        if words:
            process.stdin.write("\n")
            process.stdin.flush()
        words.append(process.stdout.readline().strip())
        return words[-1]

    with process:
        yield told
        process.kill()
