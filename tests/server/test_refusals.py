"""What the server refuses before the app sees it carries the headers of every answer, too (A2)."""

import socket
from collections.abc import Iterator
from http.client import HTTPResponse

import pytest

from tests.support.forks.server import ForkedServer
from tests.support.server import Server
from webapp.serving import HEAD_LIMIT
from webapp.web.shared.headers import COMMON

pytestmark = pytest.mark.enable_socket

TO_US = b" HTTP/1.1\r\nHost: 127.0.0.1\r\n"
REFUSED = {
    "no request at all": (b"nonsense\r\n\r\n", 400),
    "a broken header": (b"GET /" + TO_US + b"Broken\r\n\r\n", 400),
    "a length that is none": (b"POST /outbox/" + TO_US + b"Content-Length: x\r\n\r\n", 400),
    "a piece that is none": (
        b"POST /outbox/" + TO_US + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
        400,
    ),
    "a length of thousands of digits": (
        b"POST /outbox/" + TO_US + b"Content-Length: " + b"9" * 4_301 + b"\r\n\r\n",
        400,
    ),
    "far too much": (b"POST /outbox/" + TO_US + b"Content-Length: 9999999\r\n\r\n", 413),
    "far too long a head": (b"GET /" + b"x" * HEAD_LIMIT + TO_US + b"\r\n", 431),
    "a coding that is not known": (
        b"POST /outbox/" + TO_US + b"Transfer-Encoding: gzip\r\n\r\n",
        501,
    ),
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with ForkedServer(tmp_path_factory.mktemp("data") / "var") as running:
        yield running


@pytest.mark.parametrize("kind", REFUSED)
def test_it_says_what_is_wrong_with_all_headers_and_no_trace(server: Server, kind: str) -> None:
    sent, status = REFUSED[kind]
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as line:
        line.sendall(sent)
        answer = HTTPResponse(line)
        answer.begin()
        assert answer.status == status
        assert {name: answer.headers.get(name) for name in COMMON} == COMMON
        assert b"Traceback" not in answer.read(int(answer.headers["Content-Length"]))
        assert "Server" not in answer.headers


@pytest.mark.parametrize("length", [1, HEAD_LIMIT - 200])
def test_what_is_answered_does_not_say_by_which_program(server: Server, length: int) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as line:
        line.sendall(b"GET /healthz?" + b"x" * length + TO_US + b"\r\n")
        answer = HTTPResponse(line)
        answer.begin()
        assert (answer.status, answer.headers.get("Server")) == (200, None)
