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
INSIDE = f"PSS, SQLite, after {USED}"
APART = f"PSS, PostgreSQL, after {USED}"


def measure() -> list[Figure]:
    """Return the memory of one process that does both, and of two."""
    return [*_inside(), *_apart()]


class Inside(Server):
    """A web server that runs the jobs, and pushes to the service of a scene."""

    module = "bench.support.reminding"

    def __init__(self, ready: Scene) -> None:
        super().__init__(ready.data / WEB)
        self._service = [str(ready.service.port), str(ready.data / "service.pem")]

    def words(self) -> list[str]:
        """Return where the service is, and that the jobs are inside."""
        return [*self._service, "inside"]


def _inside() -> list[Figure]:
    with scene(PEOPLE, in_file=True) as ready, Inside(ready) as server:
        _use(server, ready)
        memory = memory_of(server)
    return [Figure("S5 memory of one process with push", memory, "MiB", INSIDE, 85)]


def _apart() -> list[Figure]:
    with scene(PEOPLE) as ready:
        shared = {"DATABASE_URL": ready.url, "SECRET_KEY": "s" * 40, "SMALLWINS_JOBS": "apart"}
        with Server(ready.data / WEB, **shared) as server, workers(ready, "jobs") as [jobs]:
            _use(server, ready)
            web, beside = memory_of(server), pss_of(jobs.pid)
    return [
        Figure("S5 memory of web and jobs apart", web + beside, "MiB", APART, 100),
        Figure("S5 memory of the web server then", web, "MiB", APART),
        Figure("S5 memory of the jobs then", beside, "MiB", APART),
    ]


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
