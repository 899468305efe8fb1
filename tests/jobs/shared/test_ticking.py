"""Huey ticks: at once, on both engines, and nothing that it stores can run code."""

import pickle
import sqlite3
import stat
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from huey.registry import Message

from webapp.jobs.shared.minute import Chore, Minute
from webapp.jobs.shared.queue import FILE, JsonSerializer, open_queue
from webapp.jobs.shared.ticking import MINUTE, Ticking

BOTH = pytest.mark.parametrize("engine", ["sqlite", "postgresql"], indirect=True, scope="session")


def ticked(data: Path, url: str, chore: Callable[[], None], stop: threading.Event) -> Ticking:
    """Tick until the chore stops it, and return when everything has ended."""
    queue = open_queue(data, url)
    ticking = Ticking(queue, Minute((Chore("chore", chore),), stop))
    ticking.run()
    ticking.stop(graceful=True)
    queue.storage.close()
    return ticking


@BOTH
def test_it_ticks_at_once_and_ends_when_it_is_stopped(
    new_address: Callable[[], str], tmp_path: Path
) -> None:
    ran: list[str] = []
    stop = threading.Event()

    def chore() -> None:
        ran.append(threading.current_thread().name)
        stop.set()

    ticked(tmp_path, new_address(), chore, stop)
    assert ran == ["Worker-1"]


@BOTH
def test_a_tick_that_nobody_took_for_a_minute_is_dropped(
    new_address: Callable[[], str], tmp_path: Path
) -> None:
    url, stop = new_address(), threading.Event()
    old = open_queue(tmp_path, url)
    ticking = Ticking(old, Minute((Chore("chore", stop.set),), stop))
    stale = next(iter(old._registry.periodic_tasks))
    assert stale.expires == MINUTE
    stale.expires = -1  # seconds from now
    old.enqueue(stale)
    assert old.pending_count() == 1
    ticking.run()
    ticking.stop(graceful=True)
    assert old.pending_count() == 0
    old.storage.close()


def test_the_queue_of_sqlite_is_a_file_of_its_own_without_a_log(tmp_path: Path) -> None:
    open_queue(tmp_path, "sqlite:///elsewhere.db").storage.close()
    file = tmp_path / FILE
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    with sqlite3.connect(file) as opened:
        assert opened.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    opened.close()


def test_a_pickle_in_the_queue_is_refused() -> None:
    message = Message("id", "tick", args=(), kwargs={})
    assert JsonSerializer().deserialize(JsonSerializer().serialize(message)).name == "tick"
    with pytest.raises(ValueError, match=r"utf-8|Expecting"):
        JsonSerializer().deserialize(pickle.dumps(message))
