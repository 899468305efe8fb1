"""S5: memory of web server and jobs with push in use: in one process, and in one each."""

from bench.server.reminders import WEB, Scene, all_stored, make_due, scene, wait_until, workers
from bench.support.entries import ROWS, win
from bench.support.figures import Figure, note
from bench.support.machine import memory_of, pss_of
from bench.support.serving import two_people
from tests.support.server import Server

PEOPLE = 1_000  # who are reminded
REQUESTS = 1_000
USED = f"{REQUESTS:,} pages, and {PEOPLE:,} pushes to a service on loopback over TLS"
IN_FILE = f"PSS, SQLite, without PostgreSQL's driver, after {USED}"
POSTGRES = f"PSS, PostgreSQL, after {USED}"
APART = {"SECRET_KEY": "s" * 40, "SMALLWINS_JOBS": "apart"}


def measure() -> list[Figure]:
    """Return the memory of one process that does both, and of two."""
    return [*_inside(), *_apart_in_file(), *_apart_on_postgres()]


class Inside(Server):
    """A web server that runs the jobs, and pushes to the service of a scene."""

    module = "bench.support.reminding"

    def __init__(self, ready: Scene, **environ: str) -> None:
        super().__init__(ready.data / WEB, **environ)
        self._service = [str(ready.service.port), str(ready.data / "service.pem")]

    def words(self) -> list[str]:
        """Return where the service is, and that the jobs are inside."""
        return [*self._service, "inside"]


def _inside() -> list[Figure]:
    with scene(PEOPLE, in_file=True) as ready, Inside(ready, **_no_driver(ready)) as server:
        _use(server, ready)
        memory = memory_of(server)
    return [Figure("S5 memory of one process with push", memory, "MiB", IN_FILE, 85)]


def _apart_in_file() -> list[Figure]:
    with scene(PEOPLE, in_file=True) as ready:
        return _apart(ready, "SQLite", IN_FILE, **_no_driver(ready))


def _apart_on_postgres() -> list[Figure]:
    with scene(PEOPLE) as ready:
        return _apart(ready, "PostgreSQL", POSTGRES)


def _apart(ready: Scene, engine: str, how: str, **environ: str) -> list[Figure]:
    shared = {**APART, **environ}
    with (
        Server(ready.data / WEB, DATABASE_URL=ready.url, **shared) as server,
        workers(ready, "jobs", **shared) as [jobs],
    ):
        _use(server, ready)
        web, beside = memory_of(server), pss_of(jobs.pid)
    return [
        Figure(f"S5 memory of web and jobs apart ({engine})", web + beside, "MiB", how, 100),
        Figure("S5 memory of the web server then", web, "MiB", how),
        Figure("S5 memory of the jobs then", beside, "MiB", how),
    ]


def _no_driver(ready: Scene) -> dict[str, str]:
    """Return an environment in which PostgreSQL's driver is not installed, as with run.txt."""
    hidden = ready.data / "hidden"
    hidden.mkdir()
    (hidden / "psycopg.py").write_text("raise ImportError")
    return {"PYTHONPATH": str(hidden)}


def _use(server: Server, ready: Scene) -> None:
    _ask(server)
    note("S5 reminders")
    make_due(ready)
    wait_until(all_stored)


def _ask(server: Server) -> None:
    note(f"S5 {REQUESTS} requests")
    with two_people(server) as (reader, writer):
        reader.delivers([win(number) for number in range(ROWS)]).checked()
        for number in range(REQUESTS // 2):
            reader.get("/", Accept_Encoding="br").checked()
            writer.delivers([win(number)]).checked()
