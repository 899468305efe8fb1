"""A running server whose database goes away or whose disk gets full says so; nothing is lost."""

import json
import resource
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.make import win
from tests.support.server import Server
from tests.support.visitor import Visitor

pytestmark = pytest.mark.enable_socket

ANA = {"name": "Ana", "email": "ana@example.org", "password": "correct horse battery"}
PAGES = ("/", "/wins/", "/help/", "/sessions/new", "/nothing-here")
NO_ROOM = (4096, resource.RLIM_INFINITY)  # bytes that a file may have
MEGABYTE = 1024 * 1024
FILL = """INSERT INTO receipt (person_id, id, taken)
    SELECT 1, md5(n::text), 0 FROM generate_series(1, 20000) AS n"""
ROOM = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)


@pytest.fixture
def start(data_folder: Path) -> Iterator[Callable[..., Server]]:
    """Starts the server, with these settings."""
    started: list[Server] = []

    def run(**environ: str) -> Server:
        started.append(Server(data_folder, **environ).start())
        return started[-1]

    yield run
    for server in started:
        server.kill()


def signed_up(server: Server) -> tuple[Visitor, str]:
    """Ana's browser, and her key, with which phones mark what they send."""
    ana = Visitor(server)
    assert ana.post("/people/", **ANA)[0] == 303
    page = ana.get("/")[1].decode()
    return ana, page.partition('data-person="')[2].partition('"')[0]


def test_postgresql_goes_away_and_comes_back_under_a_running_server(start, own_postgres):
    ana, key = signed_up(start(DATABASE_URL=own_postgres.new_database()))
    sent = {"person": key, "entries": [win()]}
    with closing(ana):
        for how in ("immediate", "fast"):
            own_postgres.stop(how)
            answers = [ana.get(path) for path in PAGES]
            assert [status for status, _ in answers] == [503] * len(PAGES)
            assert all(b"The server is busy. Try again" in page for _, page in answers)
            assert ana.delivers(sent)[0] == 503
            own_postgres.start()
            assert ana.get("/")[0] == 200
        assert verdicts(ana.delivers(sent)) == ["stored"]
        assert verdicts(ana.delivers(sent)) == ["seen"]


def test_a_full_disk_is_told_and_what_was_not_confirmed_is_taken_afterwards(start):
    server = start()
    ana, key = signed_up(server)
    sent = {"person": key, "entries": [win()]}
    with closing(ana):
        resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, NO_ROOM)
        status, said = ana.delivers(sent)
        assert (status, b"The server's disk is full. Nothing was lost" in said) == (507, True)
        assert ana.post("/wins/", what="Typed by hand")[0] == 507
        assert ana.get("/")[0] == 200
        resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, ROOM)
        assert verdicts(ana.delivers(sent)) == ["stored"]


def test_a_full_disk_of_postgresql_is_told_too(start, own_postgres):
    url = own_postgres.new_database()
    ana, key = signed_up(start(DATABASE_URL=url))
    own_postgres.tell(FILL, database_of(url))
    sent = {"person": key, "entries": [win() for _ in range(100)]}
    with closing(ana):
        own_postgres.stop("fast")
        own_postgres.start(largest=MEGABYTE)
        assert ana.delivers(sent)[0] == 507
        assert ana.get("/")[0] == 200
        own_postgres.stop()
        own_postgres.start()
        assert verdicts(ana.delivers(sent)) == ["stored"] * 100


def verdicts(answer: tuple[int, bytes]) -> list[str]:
    return [entry["verdict"] for entry in json.loads(answer[1])["verdicts"]]


def database_of(url: str) -> str:
    return url.partition("?")[0].rpartition("/")[2]
