"""One writer at a time: whoever holds it, and the threads of one process."""

import threading
from pathlib import Path

import pytest

from tests.storage.engine.locks import busy, held_by_a_thread, start, taken, until
from webapp.storage.engine.write_lock import NoLock, WriteLock


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
