"""S2: sixteen writers on one SQLite file, with the write lock and without.

`python -m bench.storage.writers LOCK` is one of the servers: the app with as many threads as there
are connections, so that all write at the same time.
"""

import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.support.figures import Figure, note, span
from bench.support.serving import folder
from bench.support.wrk import Sight, Told, run_wrk
from tests.support.server import Server
from tests.support.visitor import JSON, SAME_ORIGIN, sign_up
from webapp import serving
from webapp.app import create_app
from webapp.config import read_settings
from webapp.storage.engine.database import State
from webapp.storage.engine.write_lock import NoLock
from webapp.web.shared.headers import COMMON

PROCESSES, THREADS, SECONDS, ROUNDS = 2, 8, 3, 5
HOW = (
    f"wrk, POST /outbox/ of one win, {PROCESSES} processes of {THREADS} threads and as many"
    f" connections, {ROUNDS} rounds of {SECONDS} s in turn with the same code without the lock"
)


class Writers(Server):
    """The app with THREADS threads, with the write lock or without."""

    module = "bench.storage.writers"

    def __init__(self, data: Path, lock: str) -> None:
        super().__init__(data)
        self._lock = lock

    def words(self) -> list[str]:
        """Return the name of its lock."""
        return [self._lock]


@dataclass(frozen=True, slots=True)
class Round:
    """One round: requests per second, p99 and slowest in ms, and how many answers were not 2xx."""

    rate: float
    p99: float
    slowest: float
    failed: int


def measure() -> list[Figure]:
    """Return the figures; each ratio is computed within one round."""
    seen: dict[str, list[Round]] = {"lock": [], "none": []}
    with ExitStack() as stack:
        pairs = {lock: _pair(stack, lock) for lock in seen}
        for number in range(ROUNDS):
            note(f"S2 writers, round {number + 1} of {ROUNDS}")
            for lock, pair in pairs.items():
                seen[lock].append(_round(pair))
    return _figures(seen["lock"], seen["none"])


def _pair(stack: ExitStack, lock: str) -> list[Sight]:
    data = stack.enter_context(folder())
    servers = [stack.enter_context(Writers(data, lock)) for _ in range(PROCESSES)]
    return [_sight(server, f"Ana-{number}") for number, server in enumerate(servers)]


def _sight(server: Server, name: str) -> Sight:
    with sign_up(server.port, name) as person:
        headers = {**JSON, **SAME_ORIGIN, "Cookie": person.cookie}
    return Sight(server, "/outbox/", headers, "outbox", person.key)


def _round(pair: list[Sight]) -> Round:
    with ThreadPoolExecutor(len(pair)) as pool:
        told: list[Told] = list(pool.map(_shoot, pair))
    # The worse of the two counts: neither process may be at a disadvantage.
    return Round(
        sum(one.rate for one in told),
        max(one.p99 for one in told),
        max(one.slowest for one in told),
        sum(one.errors for one in told),
    )


def _shoot(sight: Sight) -> Told:
    return run_wrk(sight, seconds=SECONDS, connections=THREADS, may_fail=True)


def _figures(locked: list[Round], plain: list[Round]) -> list[Figure]:
    ratios = [one.rate / bare.rate for one, bare in zip(locked, plain, strict=True)]
    p99 = [one.p99 for one in locked]
    slowest = max(one.slowest for one in locked)
    without = f"without the lock {median(one.p99 for one in plain):.0f} ms"
    starved = f"without the lock {max(one.slowest for one in plain):.0f} ms"
    failed = f"without the lock {sum(one.failed for one in plain)}"
    rates = f"{median(one.rate for one in locked):.0f}/s beside" + (
        f" {median(one.rate for one in plain):.0f}/s; {span(ratios)}"
    )
    return [
        Figure("S2 16 writers, p99", median(p99), "ms", f"{HOW}; {span(p99)}; {without}", 50),
        Figure("S2 16 writers, slowest", slowest, "ms", starved),
        Figure("S2 16 writers, locked errors", sum(one.failed for one in locked), "", failed, 0),
        Figure("S2 rate / without lock", median(ratios), "x", rates, 1.2, at_least=True),
    ]


def main(lock: str) -> None:
    """Serve until stopped."""
    serving.THREADS = THREADS
    settings = read_settings()
    app = create_app(settings)
    if lock == "none":
        State.write_lock = NoLock()
    server = serving.Server(app, serving.listen(settings), COMMON)
    print("listening", flush=True)
    server.run()


if __name__ == "__main__":
    main(*sys.argv[1:])
