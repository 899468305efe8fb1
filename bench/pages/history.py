"""S4: pages of somebody with 20,000 wins and 5,000 check-ins compared with one with 1,000."""

import time
from collections import defaultdict
from statistics import median

from bench.lives import fill
from bench.support.figures import Figure, note, told
from bench.support.serving import folder, two_people
from tests.support.postgres import Postgres
from tests.support.server import Server
from tests.support.visitor import Visitor

PAGES = {
    "Today": "/",
    "Wins": "/wins/",
    "Insights": "/insights/",
    "Evidence": "/evidence/",
    "Patterns": "/patterns/",
}
SHORT, LONG = (1_000, 250), (20_000, 5_000)
ROUNDS, WARM_UP = 60, 5


def measure() -> list[Figure]:
    """Return the figures of both database engines."""
    figures = _of_engine("SQLite")
    with Postgres() as postgres:
        return figures + _of_engine("PostgreSQL", postgres.new_database())


def _of_engine(engine: str, url: str = "") -> list[Figure]:
    environ = {"DATABASE_URL": url} if url else {}
    with folder() as data, Server(data, **environ) as server, two_people(server) as people:
        short, long = people
        note(f"S4 on {engine}: writing {LONG[0]:,} wins")
        fill(short, *SHORT)
        fill(long, *LONG)
        note(f"S4 on {engine}: reading")
        return [_figure(engine, name, path, short, long) for name, path in PAGES.items()]


def _figure(engine: str, name: str, path: str, short: Visitor, long: Visitor) -> Figure:
    spent: defaultdict[str, list[float]] = defaultdict(list)
    for number in range(ROUNDS + WARM_UP):
        for person in (short, long):  # in turn: load on the machine affects both
            began = time.perf_counter()
            person.get(path).checked()
            if number >= WARM_UP:
                spent[person.key].append(1000 * (time.perf_counter() - began))
    halves = median(spent[long.key]), median(spent[short.key])
    how = f"p50 of {ROUNDS} each in turn: {told(halves[0])} / {told(halves[1])} ms"
    return Figure(
        f"S4 {name}, 20,000 wins / 1,000 ({engine})", halves[0] / halves[1], "x", how, 1.3
    )
