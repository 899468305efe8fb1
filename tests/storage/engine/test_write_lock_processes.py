"""One writer at a time across processes, also after one of them died."""

import subprocess
import sys
import threading
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.storage.engine.locks import (
    busy,
    has_waiter,
    held_by_a_thread,
    other_process,
    run_with,
    start,
)
from webapp.paths import PACKAGE
from webapp.storage.engine.write_lock import WriteLock

FORKED = """
import os, sys
from pathlib import Path
from webapp.storage.engine import write_lock
from webapp.storage.engine.write_lock import Busy, WriteLock

def has(lock, patience):
    write_lock.TIMEOUT = patience
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
    """Return the file through which processes share the lock."""
    return tmp_path / "smallwins.db.lock"


def test_busy_because_of_a_process_leaves_the_threads_free(path):
    ours, theirs = WriteLock(path), WriteLock(path)
    with theirs:
        assert busy(ours)
    with held_by_a_thread(ours):
        pass


def test_a_second_process_gets_busy_and_acquires_it_afterwards(path):
    with other_process(path) as other:
        assert other.next_line() == "held"
        assert busy(WriteLock(path))
        assert other.next_line() == "free"
        with WriteLock(path):
            pass


def test_a_waiter_that_gave_up_holds_nothing(path):
    ours, third = WriteLock(path), WriteLock(path)
    with other_process(path) as other:
        other.next_line()
        assert busy(ours)
        assert busy(third)
        other.next_line()
        for lock in (third, ours, third):
            with lock:
                pass


def test_a_process_that_dies_releases_it(path):
    with other_process(path) as other:
        other.next_line()
    with WriteLock(path):
        pass


def test_a_process_that_dies_wakes_the_waiter(path):
    got = threading.Event()
    with other_process(path) as other:
        other.next_line()
        waiting = start(lambda: run_with(WriteLock(path), got.set))
        assert has_waiter(path)
        other.kill()
        assert got.wait(4)
    waiting.join()


def test_a_process_that_dies_waiting_blocks_nobody(path):
    ours = WriteLock(path)
    with ours, other_process(path):
        assert has_waiter(path)
    with ours:
        pass


def test_a_waiter_comes_before_the_process_that_just_released_it(path):
    ours = WriteLock(path)
    with ExitStack() as stack:
        with ours:
            other = stack.enter_context(other_process(path))
            assert has_waiter(path)
        assert busy(ours)
        assert other.next_line() == "held"
    with ours:
        pass


def test_a_child_forked_inside_neither_holds_nor_releases_it(path):
    done = subprocess.run(
        [sys.executable, "-c", FORKED, str(path)],
        cwd=PACKAGE.parent,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stdout.split() == ["child-busy", "parent-holds", "child-has-it"], done.stderr
