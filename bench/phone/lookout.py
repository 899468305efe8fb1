"""A thread that polls the app's database for wins that arrive."""

import contextlib
import sqlite3
import threading
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

EVERY = 0.002  # s between polls
PATIENCE = 180  # s


class Lookout:
    """Records when each win is first seen in the database, on a read-only connection."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._seen: dict[str, float] = {}
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look)

    def __enter__(self) -> "Lookout":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def sees(self, wins: Iterable[str]) -> float:
        """Wait until all these wins are stored; return when the last arrived, in ms since 1970."""
        wanted = set(wins)
        end = time.monotonic() + PATIENCE
        while missing := wanted - self._seen.keys():
            if time.monotonic() > end:
                raise RuntimeError(f"{len(missing)} wins have not arrived")
            time.sleep(EVERY)
        return max(self._seen[win] for win in wanted)

    def deliveries(self) -> int:
        """Return how many deliveries were accepted so far: each raises a rev by one."""
        with _reading(self._file) as database:
            return int(database.execute("SELECT sum(rev) FROM person").fetchone()[0])

    def _look(self) -> None:
        with _reading(self._file) as database:
            while not self._over.wait(EVERY):
                found = database.execute("SELECT id FROM win").fetchall()
                now = time.time() * 1000
                for (win,) in found:
                    self._seen.setdefault(win, now)


@contextlib.contextmanager
def _reading(file: Path) -> Iterator[sqlite3.Connection]:
    database = sqlite3.connect(f"file:{file}?mode=ro", uri=True, isolation_level=None)
    try:
        yield database
    finally:
        database.close()
