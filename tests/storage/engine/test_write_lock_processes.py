"""One writer at a time, across processes; one that dies keeps nobody waiting."""

import subprocess
import sys
import threading
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.storage.engine.locks import busy, held_by_a_thread, in_line, other_process, start, taken
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
    """The file through which processes share the lock."""
    return tmp_path / "smallwins.db.lock"


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


def test_a_child_that_is_forked_inside_neither_holds_it_nor_gives_it_back(path):
    told = subprocess.run(
        [sys.executable, "-c", FORKED, str(path)],
        cwd=PACKAGE.parent,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert told.stdout.split() == ["child-busy", "parent-holds", "child-has-it"], told.stderr
