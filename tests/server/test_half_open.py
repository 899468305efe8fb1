"""Connections that never finish their request do not keep others from an answer (F5)."""

import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest

from tests.support.forks.server import ForkedServer
from tests.support.server import Server
from tests.support.unfinished import KINDS, unfinished
from webapp import serving

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

pytestmark = pytest.mark.enable_socket

ASKS = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
COUNT = 300
PATIENCE = 60  # seconds; a server that takes no more connections would never answer


@pytest.fixture
def server(data_folder: Path, new_address: Callable[[], str]) -> Iterator[Server]:
    with ForkedServer(data_folder, DATABASE_URL=new_address()) as running:
        yield running


@pytest.mark.parametrize("kind", [*KINDS, "all"])
def test_an_ordinary_request_is_still_answered(server: Server, kind: str) -> None:
    with (
        unfinished(kind, COUNT, server.port),
        urlopen(server.url + "/sessions/new", timeout=PATIENCE) as answer,
    ):
        assert answer.status == 200


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """Return the port of a server in this process that has room for twenty connections."""
    monkeypatch.setattr(serving, "CONNECTIONS", 20)
    handlers = {how: signal.getsignal(how) for how in (signal.SIGTERM, signal.SIGINT)}
    listener = socket.create_server(("127.0.0.1", 0))
    running = Thread(target=serving.Server(hello, listener, {}).run)
    running.start()
    yield listener.getsockname()[1]
    signal.raise_signal(signal.SIGTERM)
    running.join()
    for how, handler in handlers.items():
        signal.signal(how, handler)


def hello(_: "WSGIEnvironment", start_response: "StartResponse") -> list[bytes]:
    start_response("200 OK", [("Content-Length", "5")])
    return [b"Hello"]


def test_in_a_crowd_those_that_are_silent_after_an_answer_lose_their_places(small: int) -> None:
    # They may be silent for longer than anybody waits here.
    with ExitStack() as opened:
        for _ in range(25):
            line = socket.create_connection(("127.0.0.1", small), timeout=PATIENCE)
            opened.enter_context(line).sendall(ASKS)
            assert line.recv(1_000).startswith(b"HTTP/1.1 200")


def test_more_than_there_is_room_for_lose_their_places(server: Server) -> None:
    with (
        unfinished("half a head", 2_100, server.port),
        urlopen(server.url + "/healthz", timeout=PATIENCE) as answer,
    ):
        assert answer.status == 200
