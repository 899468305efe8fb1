"""S9: what each page costs in the worst life that an hour of the public interface allows.

tests/web/test_worst_life.py counts what is timed here. `python -m bench.pages.worst` prints
(ms, ms of the same page of somebody with little, path) of each page as JSON, the dearest first.
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

from flask import Flask

from bench.support.figures import Figure, note
from bench.support.serving import folder
from tests.support.make import HOUR, NOON, SECRET, Someone, make_person, store_wins
from tests.support.processes import ROOT
from tests.web.asking import named, things_of
from tests.web.test_worst_life import paths
from tests.web.worst import live_worst
from webapp.app import create_app
from webapp.config import read_settings
from webapp.rules.account.budget import BUDGET
from webapp.storage.account.people import Person
from webapp.storage.engine.database import connection, transaction
from webapp.web.shared import clock

LIMIT, LIMIT_OF_SEARCH = 300, 500  # ms
ROUNDS = 3
SHOWN = 5
# Eight words of which nearly each place of the texts is the beginning, seven of them in each text.
WORDS = [f"{'a' * 22}{last}" for last in "bcdefghi"]
ONES = f"{'a' * 11_800} {' '.join(WORDS[:-1])}\n"
SEARCHES = [f"{page}q={'+'.join(WORDS)}" for page in ("/wins/?", "/evidence/?from=2000-01-01&")]


def measure() -> list[Figure]:
    """Return the dearest pages and searches, each beside that of somebody with little.

    And by how much the memory of the process grows in the last of three rounds over all pages.
    """
    note("S9: writing the worst life of an hour, and 100 MB of words that are slow to search")
    command = [sys.executable, "-m", "bench.pages.worst"]
    told = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True, text=True).stdout
    pages, searches, growth = json.loads(told.splitlines()[-1])
    return [
        *(_figure(*page, limit=LIMIT) for page in pages[:SHOWN]),
        *(_figure(ms, little, path[:40], limit=LIMIT_OF_SEARCH) for ms, little, path in searches),
        Figure("S9 memory that a round of all pages leaves", growth, "MB", "the last of three"),
    ]


def _figure(cost: float, little: float, path: str, limit: int) -> Figure:
    how = f"CPU, the least of {ROUNDS}; with little stored {little:.1f} ms"
    return Figure(f"S9 {path} of the worst life", cost, "ms", how, limit)


def main() -> None:
    """Print what each page and search costs, and the growth in MB, as JSON."""
    ahead = (NOON + HOUR) * 1_000_000 - time.time_ns()
    clock.time = SimpleNamespace(time_ns=lambda: time.time_ns() + ahead)  # type: ignore[attr-defined]
    with folder() as data:
        app = create_app(read_settings({"SMALLWINS_DATA": str(data), "SECRET_KEY": SECRET}))
        with connection():
            print(json.dumps(_measured(app)))


def _measured(app: Flask) -> tuple[list[Any], list[Any], float]:
    with transaction():
        ana, ben, cleo = (make_person(name) for name in ("Ana", "Ben", "Cleo"))
        hers, his = things_of(ana), things_of(ben)
        live_worst(ana, hers)
        store_wins(cleo, BUDGET // len(ONES), 20, folded=ONES, counted=True)
        Person.update(stored=BUDGET).where(Person.id == cleo.id).execute()
    pages, growth = _rounds(app, (ana, hers), (ben, his), paths())
    searches, _ = _rounds(app, (cleo, {}), (ben, his), SEARCHES)
    return pages, searches, growth


def _rounds(
    app: Flask, much: tuple[Someone, Any], little: tuple[Someone, Any], asked: list[str]
) -> tuple[list[tuple[float, float, str]], float]:
    rounds, before = [], 0
    for _ in range(ROUNDS):
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        rounds.append([*zip(_costs(app, *much, asked), _costs(app, *little, asked), strict=True)])
    growth = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1000
    least = [tuple(map(min, zip(*costs, strict=True))) for costs in zip(*rounds, strict=True)]
    pages = [(dear, cheap, path) for (dear, cheap), path in zip(least, asked, strict=True)]
    return sorted(pages, reverse=True), growth


def _costs(app: Flask, who: Someone, things: dict[str, Any], asked: list[str]) -> Iterator[float]:
    browser = who.browser(app)
    for path in asked:
        began = time.process_time()
        browser.get(named(path, things), buffered=True)
        yield 1000 * (time.process_time() - began)


if __name__ == "__main__":
    main()
