"""S2: sixteen writers on one SQLite file, with the write lock and without.

`python -m bench.writers URL NAME LOCK` is one of the processes: it tells what its threads saw.
"""

import json
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

from peewee import OperationalError

from bench.entries import win
from bench.figures import Figure, note, percentile
from bench.serving import folder
from tests.make import make_person
from tests.server import ROOT
from webapp.domain.outbox import deliver
from webapp.domain.people import SignedIn
from webapp.storage.database import State, connection, open_database
from webapp.storage.schema import migrate
from webapp.storage.write_lock import Busy, NoLock

PROCESSES, THREADS, SECONDS = 4, 4, 6
HOW = f"{PROCESSES} processes of {THREADS} threads, each delivers one win at a time for {SECONDS} s"

Seen = dict[str, list[float]]  # ms of each delivery, and when those failed that did


def measure() -> list[Figure]:
    """A fresh file for each: with the lock, then without."""
    locked, plain = _write("lock"), _write("none")
    rates = [len(seen["took"]) / SECONDS for seen in (locked, plain)]
    without = f"without the lock {percentile(plain['took'], 0.99):.0f} ms"
    slowest = f"without the lock {max(plain['took']):.0f} ms: it starves some of the writers"
    failed = f"{HOW}; without the lock {len(plain['failed'])}"
    told = f"{rates[0]:.0f}/s beside {rates[1]:.0f}/s, of which the lucky writers have most"
    return [
        Figure("S2 16 writers, p99", percentile(locked["took"], 0.99), "ms", without, 50),
        Figure("S2 16 writers, slowest", max(locked["took"]), "ms", slowest),
        Figure("S2 16 writers, locked errors", len(locked["failed"]), "", failed, 0),
        Figure("S2 rate / without lock", rates[0] / rates[1], "x", told, 1.2, at_least=True),
    ]


def _write(lock: str) -> Seen:
    note(f"S2 16 writers, lock: {lock}")
    with folder() as data:
        url = f"sqlite:///{data / 'writers.db'}"
        migrate(open_database(url))
        started = [_start(url, f"Writer {number}", lock) for number in range(PROCESSES)]
        told = [json.loads(process.communicate()[0]) for process in started]
    return {name: [value for seen in told for value in seen[name]] for name in ("took", "failed")}


def _start(url: str, name: str, lock: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "bench.writers", url, name, lock]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def main(url: str, name: str, lock: str) -> None:
    """Write for a while with all threads."""
    open_database(url)
    if lock == "none":
        State.write_lock = NoLock()
    with connection():
        people = [make_person(f"{name}-{number}").me for number in range(THREADS)]
    seen: Seen = {"took": [], "failed": []}
    with ThreadPoolExecutor(THREADS) as pool:
        for done in [pool.submit(_deliver_for_a_while, person, seen) for person in people]:
            done.result()
    sys.stdout.write(json.dumps(seen))


def _deliver_for_a_while(person: SignedIn, seen: Seen) -> None:
    end = time.perf_counter() + SECONDS
    with connection():
        while (began := time.perf_counter()) < end:
            try:
                deliver(person, [win()], time.time_ns() // 1_000_000)
            except (OperationalError, Busy):
                seen["failed"].append(began)
            else:
                seen["took"].append((time.perf_counter() - began) * 1000)


if __name__ == "__main__":
    main(*sys.argv[1:])
