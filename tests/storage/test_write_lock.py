"""One writer at a time, across threads and processes."""

import fcntl
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
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


FORKED = """
import os, sys
from pathlib import Path
from webapp.storage import write_lock
from webapp.storage.write_lock import Busy, WriteLock

def has(lock, patience):
    write_lock.PATIENCE = patience
    try:
        with lock:
            return True
    except Busy:
        return False

def say(word):
    os.write(1, word.encode() + b" ")

path = Path(sys.argv[1])
lock = WriteLock(path)
ready, go_on = os.pipe()
with lock:
    child = os.fork()
    if child:
        os.read(ready, 1)
        say("parent-lost" if has(WriteLock(path), 0.02) else "parent-holds")
    else:
        say("child-has" if has(lock, 0.02) else "child-busy")
if not child:
    os.write(go_on, b".")
    say("child-has-it" if has(lock, 5) else "child-starves")
    os._exit(0)
os.waitpid(child, 0)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file through which processes share the lock."""
    return tmp_path / "smallwins.db.lock"


def test_whoever_holds_it_may_take_it_again(path):
    lock = WriteLock(path)
    with lock, lock, lock:
        assert path.exists()
    assert not busy(lock)


def test_a_second_thread_is_told_busy_and_gets_it_afterwards(path):
    lock = WriteLock(path)
    with held_by_a_thread(lock):
        assert busy(lock)
    assert not busy(lock)


def test_it_stays_held_until_the_outermost_block_ends(path):
    ours, theirs = WriteLock(path), WriteLock(path)
    with ours:
        with ours:
            pass
        assert busy(theirs)
    with theirs:
        pass


def test_a_failure_inside_gives_it_back(path):
    ours, theirs = WriteLock(path), WriteLock(path)
    with pytest.raises(ZeroDivisionError), ours:
        _ = 1 / 0
    with theirs:
        pass


def test_being_told_busy_by_a_process_leaves_the_threads_free(path):
    ours, theirs = WriteLock(path), WriteLock(path)
    with theirs:
        assert busy(ours)
    with held_by_a_thread(ours):
        pass


def test_a_second_process_is_told_busy_and_gets_it_afterwards(path):
    with other_process(path) as other:
        assert other.told() == "held"
        assert busy(WriteLock(path))
        assert other.told() == "free"
        with WriteLock(path):
            pass


def test_who_gave_up_waiting_leaves_nothing_held(path):
    ours, third = WriteLock(path), WriteLock(path)
    with other_process(path) as other:
        other.told()
        assert busy(ours)
        assert busy(third)
        other.told()
        for lock in (third, ours, third):
            with lock:
                pass


def test_a_process_that_dies_gives_it_back(path):
    with other_process(path) as other:
        other.told()
    with WriteLock(path):
        pass


def test_a_process_that_dies_wakes_whoever_waits(path):
    got = threading.Event()
    with other_process(path) as other:
        other.told()
        waiting = start(lambda: taken(WriteLock(path), got.set))
        assert in_line(path)
        other.kill()
        assert got.wait(4)
    waiting.join()


def test_a_process_that_dies_waiting_is_in_nobodys_way(path):
    ours = WriteLock(path)
    with ours, other_process(path):
        assert in_line(path)
    with ours:
        pass


def test_whoever_waits_comes_before_the_process_that_just_had_it(path):
    ours = WriteLock(path)
    with ExitStack() as stack:
        with ours:
            other = stack.enter_context(other_process(path))
            assert in_line(path)
        assert busy(ours)
        assert other.told() == "held"
    with ours:
        pass


def test_threads_get_it_in_the_order_they_came(path):
    lock, order = WriteLock(path), []
    with lock:
        threads = []
        for number in range(5):
            threads.append(start(lambda number=number: taken(lock, lambda: order.append(number))))
            until(lambda count=number + 1: len(lock._threads._waiting) == count)
    for thread in threads:
        thread.join()
    assert order == [0, 1, 2, 3, 4]


def test_a_child_that_is_forked_inside_neither_holds_it_nor_gives_it_back(path):
    told = subprocess.run(
        [sys.executable, "-c", FORKED, str(path)],
        cwd=PACKAGE.parent,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert told.stdout.split() == ["child-busy", "parent-holds", "child-has-it"], told.stderr


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


def busy(lock: WriteLock) -> bool:
    """Whether somebody who waits 20 ms is told so."""
    before, write_lock.PATIENCE = write_lock.PATIENCE, 0.02
    try:
        with lock:
            return False
    except Busy:
        return True
    finally:
        write_lock.PATIENCE = before


def taken(lock: WriteLock, then: Callable[[], object]) -> None:
    """Take it, do something, give it back."""
    with lock:
        then()


def start(what: Callable[[], None]) -> threading.Thread:
    thread = threading.Thread(target=what)
    thread.start()
    return thread


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


def until(what: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not what():
        assert time.monotonic() < deadline
        time.sleep(0.001)


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
