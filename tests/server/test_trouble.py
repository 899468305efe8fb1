"""A running server whose database or disk fails says so, and nothing is lost."""

import resource
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.forks.server import ForkedServer
from tests.support.make import win
from tests.support.server import Server
from tests.support.visitor import Received, sign_up

pytestmark = pytest.mark.enable_socket

PAGES = ("/", "/wins/", "/help/", "/sessions/new", "/nothing-here")
NO_ROOM = (4096, resource.RLIM_INFINITY)  # bytes that a file may have
FULL = "The server's disk is full. Nothing was lost"
MEGABYTE = 1024 * 1024
FILL = """INSERT INTO receipt (person_id, id, taken)
    SELECT 1, md5(n::text), 0 FROM generate_series(1, 20000) AS n"""
ROOM = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)


@pytest.fixture
def start(data_folder: Path) -> Iterator[Callable[..., Server]]:
    """Return a function that starts the server with these settings."""
    started: list[Server] = []

    def run(**environ: str) -> Server:
        started.append(ForkedServer(data_folder, **environ).start())
        return started[-1]

    yield run
    for server in started:
        server.kill()


def test_postgresql_goes_away_and_comes_back_under_a_running_server(start, own_postgres):
    sent = [win()]
    with sign_up(start(DATABASE_URL=own_postgres.new_database()).port) as ana:
        for how in ("immediate", "fast"):
            own_postgres.stop(how)
            answers = [ana.get(path) for path in PAGES]
            assert [answer.status for answer in answers] == [503] * len(PAGES)
            assert all("The server is busy. Try again" in answer.text for answer in answers)
            assert ana.delivers(sent).status == 503
            own_postgres.start()
            assert ana.get("/").status == 200
        assert verdicts(ana.delivers(sent)) == ["stored"]
        assert verdicts(ana.delivers(sent)) == ["seen"]


def test_a_full_disk_is_reported_and_unconfirmed_entries_are_stored_later(start):
    server = start()
    sent = [win()]
    with sign_up(server.port) as ana:
        resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, NO_ROOM)
        told = ana.delivers(sent)
        assert (told.status, FULL in told.text) == (507, True)
        assert ana.post("/wins/", what="Typed by hand").status == 507
        assert ana.get("/").status == 200
        resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, ROOM)
        assert verdicts(ana.delivers(sent)) == ["stored"]


def test_a_full_disk_of_postgresql_is_reported_too(start, own_postgres):
    url = own_postgres.new_database()
    sent = [win() for _ in range(100)]
    with sign_up(start(DATABASE_URL=url).port) as ana:
        own_postgres.tell(FILL, database_of(url))
        own_postgres.stop("fast")
        own_postgres.start(largest=MEGABYTE)
        assert ana.delivers(sent).status == 507
        assert ana.get("/").status == 200
        own_postgres.stop()
        own_postgres.start()
        assert verdicts(ana.delivers(sent)) == ["stored"] * 100


def verdicts(answer: Received) -> list[str]:
    return list(answer.verdicts.values())


def database_of(url: str) -> str:
    return url.partition("?")[0].rpartition("/")[2]
