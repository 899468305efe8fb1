"""Connections that never finish their request do not keep others from an answer (F5)."""

import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.support.server import Server

pytestmark = pytest.mark.enable_socket

KINDS = {
    "silent": b"",
    "half a head": b"POST /outbox/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: app",
    "half a body": b"POST /outbox/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 900\r\n\r\n{",
}
MIXED = [*KINDS.values()]
COUNT = 40
PATIENCE = 10  # seconds; a server whose threads are all taken would never answer


@pytest.fixture
def server(data_folder: Path, new_address: Callable[[], str]) -> Iterator[Server]:
    running = Server(data_folder, DATABASE_URL=new_address()).start()
    yield running
    running.kill()


@pytest.mark.parametrize("kind", [*KINDS, "all"])
def test_an_ordinary_request_is_still_answered(server: Server, kind: str) -> None:
    with ExitStack() as open_ones:
        for number in range(COUNT):
            half = socket.create_connection(("127.0.0.1", server.port))
            open_ones.enter_context(half)
            half.sendall(MIXED[number % len(MIXED)] if kind == "all" else KINDS[kind])
        with urlopen(server.url + "/sessions/new", timeout=PATIENCE) as answer:
            assert answer.status == 200
