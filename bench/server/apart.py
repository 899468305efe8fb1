"""S5: memory of the web server and of the jobs, each a process on PostgreSQL, with push in use."""

from bench.server.reminders import all_stored, make_due, scene, wait_until, workers
from bench.support.entries import ROWS, win
from bench.support.figures import Figure, note
from bench.support.machine import memory_of, pss_of
from bench.support.serving import two_people
from tests.support.server import Server

PEOPLE = 1_000  # who are reminded
REQUESTS = 1_000
HOW = (
    f"PSS on PostgreSQL; web after {REQUESTS:,} pages, jobs after {PEOPLE:,} pushes to a service"
    " on loopback over TLS"
)


def measure() -> list[Figure]:
    """Return the memory of both, and of each."""
    with scene(PEOPLE) as ready:
        shared = {"DATABASE_URL": ready.url, "SECRET_KEY": "s" * 40, "SMALLWINS_JOBS": "apart"}
        with Server(ready.data / "web", **shared) as server, workers(ready, "jobs") as [jobs]:
            _ask(server)
            note("S5 reminders")
            make_due(ready)
            wait_until(all_stored)
            web, beside = memory_of(server), pss_of(jobs.pid)
    return [
        Figure("S5 memory of web and jobs apart", web + beside, "MiB", HOW, 100),
        Figure("S5 memory of the web server then", web, "MiB", HOW),
        Figure("S5 memory of the jobs then", beside, "MiB", HOW),
    ]


def _ask(server: Server) -> None:
    note(f"S5 {REQUESTS} requests")
    with two_people(server) as (reader, writer):
        reader.delivers([win(number) for number in range(ROWS)]).checked()
        for number in range(REQUESTS // 2):
            reader.get("/", Accept_Encoding="br").checked()
            writer.delivers([win(number)]).checked()
