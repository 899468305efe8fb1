"""Limits and sessions are those of the database: all processes know them, restarted or not."""

from collections.abc import Callable, Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.make import SECRET
from tests.server import Server

pytestmark = pytest.mark.enable_socket
EMMA = {"name": "Emma", "email": "emma@example.org", "password": "correct horse"}


@pytest.fixture
def servers(new_address: Callable[[], str], tmp_path: Path) -> Iterator[list[Server]]:
    """Two processes on one database."""
    shared = {"DATABASE_URL": new_address(), "SECRET_KEY": SECRET.decode()}
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


def test_who_is_signed_out_on_one_is_signed_out_on_both(servers: list[Server]) -> None:
    cookie = str(post(servers[0], "/people/", **EMMA).headers["Set-Cookie"]).split(";")[0]
    assert post(servers[1], "/outbox/", cookie).status == 400  # signed in, but nothing was sent
    post(servers[0], "/sessions/current?_method=DELETE", cookie)
    assert [post(server, "/outbox/", cookie).status for server in servers] == [401, 401]
