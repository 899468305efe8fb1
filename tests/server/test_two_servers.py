"""Limits and sessions are those of the database: all processes know them, restarted or not."""

from collections.abc import Callable, Iterator
from contextlib import closing
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.support.make import SECRET, win
from tests.support.server import Server
from tests.support.visitor import Visitor

pytestmark = pytest.mark.enable_socket
A_MINUTE = 100  # entries of one person
EMMA = {"name": "Emma", "email": "emma@example.org", "password": "correct horse"}


@pytest.fixture
def servers(new_address: Callable[[], str], tmp_path: Path) -> Iterator[list[Server]]:
    """Two processes on one database."""
    shared = {
        "DATABASE_URL": new_address(),
        "SECRET_KEY": SECRET.decode(),
        "SMALLWINS_ENTRIES_PER_MINUTE": str(A_MINUTE),
    }
    both = [Server(tmp_path / name, **shared).start() for name in ("one", "other")]
    yield both
    for server in both:
        server.kill()


def post(server: Server, path: str, cookie: str = "", **form: str) -> HTTPResponse:
    """The answer of this server to a form."""
    connection = HTTPConnection("127.0.0.1", server.port)
    kind = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}
    connection.request("POST", path, urlencode(form), {**kind, "Cookie": cookie})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer


def guess(server: Server) -> int:
    return post(server, "/sessions/", email=EMMA["email"], password="wrong horse").status


def test_guesses_are_counted_together_and_still_after_a_restart(servers: list[Server]) -> None:
    assert [guess(servers[number % 2]) for number in range(10)] == [422] * 10
    assert [guess(server) for server in servers] == [429, 429]
    for server in servers:
        server.kill()
        server.start()
    assert [guess(server) for server in servers] == [429, 429]


def test_sign_ups_are_counted_together_and_still_after_a_restart(servers: list[Server]) -> None:
    post(servers[0], "/people/", **EMMA)
    seen = [post(servers[number % 2], "/people/", **EMMA).status for number in range(64)]
    assert seen[:59] == [422] * 59  # her own was the first of 60
    assert seen[-2:] == [429, 429]
    for server in servers:
        server.kill()
        server.start()
    # While they started one or two may have dripped in; a new count would take 60.
    assert 429 in [post(servers[number % 2], "/people/", **EMMA).status for number in range(8)]


def test_entries_are_counted_together_and_still_after_a_restart(servers: list[Server]) -> None:
    post(servers[0], "/people/", **EMMA)
    assert [fills(server) for server in servers] == [200, 429]
    servers[1].kill()
    servers[1].start()
    assert [fills(server) for server in servers] == [429, 429]


def fills(server: Server) -> int:
    """How a phone is answered that signs in here and sends all that is taken in a minute."""
    with closing(Visitor(server)) as emma:
        emma.post("/sessions/", email=EMMA["email"], password=EMMA["password"])
        key = emma.get("/")[1].decode().partition('data-person="')[2].partition('"')[0]
        return emma.delivers({"person": key, "entries": [win() for _ in range(A_MINUTE)]})[0]


def test_who_is_signed_out_on_one_is_signed_out_on_both(servers: list[Server]) -> None:
    cookie = str(post(servers[0], "/people/", **EMMA).headers["Set-Cookie"]).split(";")[0]
    assert post(servers[1], "/outbox/", cookie).status == 400  # signed in, but nothing was sent
    post(servers[0], "/sessions/current?_method=DELETE", cookie)
    assert [post(server, "/outbox/", cookie).status for server in servers] == [401, 401]
