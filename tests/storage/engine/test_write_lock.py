"""One writer at a time: the holder, and the threads of one process."""

import threading
from pathlib import Path

import pytest

from tests.storage.engine.locks import busy, held_by_a_thread, run_with, start, wait_until
from webapp.storage.engine.write_lock import NoLock, WriteLock


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the file through which processes share the lock."""
    return tmp_path / "smallwins.db.lock"


def test_the_holder_can_acquire_it_again(path):
    lock = WriteLock(path)
    with lock, lock, lock:
        assert path.exists()
    assert not busy(lock)


def test_a_second_thread_gets_busy_and_acquires_it_afterwards(path):
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


def test_a_failure_inside_releases_it(path):
    ours, theirs = WriteLock(path), WriteLock(path)
    with pytest.raises(ZeroDivisionError), ours:
        _ = 1 / 0
    with theirs:
        pass


def test_threads_acquire_it_in_the_order_they_asked(path):
    lock, order = WriteLock(path), []
    with lock:
        threads = []
        for number in range(5):
            threads.append(
                start(lambda number=number: run_with(lock, lambda: order.append(number)))
            )
            wait_until(lambda count=number + 1: len(lock._threads._waiting) == count)
    for thread in threads:
        thread.join()
    assert order == [0, 1, 2, 3, 4]


def test_threads_that_count_together_lose_no_count(path):
    lock, counted = WriteLock(path), [0]
    threads = [threading.Thread(target=count, args=(lock, counted)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counted == [200]


def test_no_lock_can_be_entered_twice():
    lock = NoLock()
    with lock, lock:
        pass


def count(lock: WriteLock, counted: list[int]) -> None:
    """Add 50 in steps that other threads could interrupt."""
    for _ in range(50):
        with lock:
            counted[0] += 1
