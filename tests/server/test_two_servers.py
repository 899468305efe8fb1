"""Limits and sessions are in the database: all processes share them, also after a restart."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.forks.server import ForkedServer
from tests.support.make import SECRET, win
from tests.support.server import Server
from tests.support.visitor import Visitor, sign_up

pytestmark = pytest.mark.enable_socket
A_MINUTE = 100  # entries of one person
EMMA = {"name": "Emma", "email": "emma@example.org", "password": "correct horse"}


@pytest.fixture
def servers(new_address: Callable[[], str], tmp_path: Path) -> Iterator[list[Server]]:
    """Start two processes on one database."""
    shared = {
        "DATABASE_URL": new_address(),
        "SECRET_KEY": SECRET,
        "SMALLWINS_ENTRIES_PER_MINUTE": str(A_MINUTE),
    }
    both = [ForkedServer(tmp_path / name, **shared).start() for name in ("one", "other")]
    yield both
    for server in both:
        server.kill()


def post(server: Server, path: str, **form: str) -> int:
    """Return the status with which this server answers a form of a signed-out person."""
    with Visitor(server.port) as visitor:
        return visitor.post(path, **form).status


def guess(server: Server) -> int:
    return post(server, "/sessions/", email=EMMA["email"], password="wrong horse")


def test_guesses_are_counted_together_and_still_after_a_restart(servers: list[Server]) -> None:
    assert [guess(servers[number % 2]) for number in range(10)] == [422] * 10
    assert [guess(server) for server in servers] == [429, 429]
    for server in servers:
        server.kill()
        server.start()
    assert [guess(server) for server in servers] == [429, 429]


def test_sign_ups_are_counted_together_and_still_after_a_restart(servers: list[Server]) -> None:
    post(servers[0], "/people/", **EMMA)
    seen = [post(servers[number % 2], "/people/", **EMMA) for number in range(64)]
    assert seen[:59] == [422] * 59  # her own was the first of 60
    assert seen[-2:] == [429, 429]
    for server in servers:
        server.kill()
        server.start()
    # While they started one or two may have dripped in; a new count would take 60.
    assert 429 in [post(servers[number % 2], "/people/", **EMMA) for number in range(8)]


def test_entries_are_counted_together_and_still_after_a_restart(servers: list[Server]) -> None:
    post(servers[0], "/people/", **EMMA)
    assert [fills(server) for server in servers] == [200, 429]
    servers[1].kill()
    servers[1].start()
    assert [fills(server) for server in servers] == [429, 429]


def fills(server: Server) -> int:
    """Return the answer to a phone that signs in here and sends a minute's limit of entries."""
    with Visitor(server.port) as emma:
        emma.signs_in(EMMA["email"], EMMA["password"])
        return emma.delivers([win() for _ in range(A_MINUTE)]).status


def test_who_is_signed_out_on_one_is_signed_out_on_both(servers: list[Server]) -> None:
    with sign_up(servers[0].port, **EMMA) as emma:
        devices = [emma.at(server.port) for server in servers]
        assert devices[1].post("/outbox/").status == 400  # signed in, but nothing was sent
        emma.post("/sessions/current?_method=DELETE")
        assert [device.post("/outbox/").status for device in devices] == [401, 401]
        for device in devices:
            device.close()
