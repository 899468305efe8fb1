"""A database that several processes write to while it is backed up (F6).

`python -m tests.support.busy FILE NAME` is one of the writers: it prints its first win, and at
the end how many it wrote and how long the slowest took.
"""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from tests.support.aside import open_at
from tests.support.make import make_person, win
from tests.support.processes import ROOT
from webapp.domain.account.people import SignedIn
from webapp.domain.outbox.outbox import deliver
from webapp.storage.engine.database import connection

PROCESSES, THREADS, SECONDS = 2, 2, 2.0
BATCH = 100  # as many as a phone sends at once
PACE = PROCESSES * THREADS / 500  # seconds from one win of a thread to its next


@dataclass(frozen=True)
class Seen:
    """The backups, the first win of each writer, and the number and the longest of the writes."""

    backups: list[Path]
    first_wins: list[str]
    writes: int
    longest: float  # ms


def backup_under_writes(folder: Path, before: int = 2000, *, copied: bool = True) -> Seen:
    """Back up a database of `before` wins repeatedly while 500 wins per second are written.

    copied=False: only write.
    """
    database = folder / "smallwins.db"
    with open_at(database):
        ana = make_person("Ana")
        for _ in range(before // BATCH):
            ana.sends(*(win() for _ in range(BATCH)), now=_now())
    writers = [_start(database, f"Writer{number}") for number in range(PROCESSES)]
    first = [_line(writer) for writer in writers]
    backups = []
    while copied and any(writer.poll() is None for writer in writers):
        backups.append(folder / f"backup-{len(backups)}.db")
        _back_up(database, backups[-1])
    told = [writer.communicate()[0].split() for writer in writers]
    return Seen(backups, first, sum(int(n) for n, _ in told), max(float(ms) for _, ms in told))


def _back_up(database: Path, to: Path) -> None:
    # The real command, in a process of its own with a low priority.
    environ = {**os.environ, "SMALLWINS_DATA": str(database.parent)}
    command = [sys.executable, "-m", "webapp", "backup", str(to)]
    subprocess.run(command, cwd=ROOT, env=environ, stdout=subprocess.DEVNULL, check=True)


def _start(database: Path, name: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.support.busy", str(database), name]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def _line(writer: subprocess.Popen[str]) -> str:
    assert writer.stdout
    return writer.stdout.readline().strip()


def main(database: Path, name: str) -> None:
    """Write for SECONDS with all threads."""
    with open_at(database):
        people = [make_person(f"{name}-{number}").me for number in range(THREADS)]
        first = win()
        deliver(people[0], [first], _now())
        _say(first["id"])
        with ThreadPoolExecutor(THREADS) as pool:
            took = [ms for wrote in pool.map(_write, people) for ms in wrote]
    _say(f"{len(took)} {max(took)}")


def _write(person: SignedIn) -> list[float]:
    took: list[float] = []
    start = time.perf_counter()
    with connection():
        for number in count():
            due = start + number * PACE
            if due > start + SECONDS:
                return took
            time.sleep(max(0.0, due - time.perf_counter()))
            began = time.perf_counter()
            deliver(person, [win()], _now())
            took.append((time.perf_counter() - began) * 1000)
    raise AssertionError


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def _now() -> int:
    return time.time_ns() // 1_000_000


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
