"""Whose address the app sees behind Caddy: limits on sign-in go by it."""

from collections.abc import Iterator
from ipaddress import ip_network
from pathlib import Path
from threading import Thread
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from werkzeug.wrappers import Request, Response

from tests.https.caddy import Caddy
from webapp.web.shared.proxy import ProxyHeaders

CADDY = "127.0.0.1"
CLIENT = "127.0.0.2"
FORGED = ["6.6.6.6", "6.6.6.6, 7.7.7.7", "unknown", "127.0.0.1, ::1"]


@Request.application
def who_asks(asked: Request) -> Response:
    return Response(headers={"Asked": f"{asked.scheme} by {asked.remote_addr}"})


class Quiet(WSGIRequestHandler):
    """A server that prints no line for each request."""

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def in_front(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Caddy]:
    """Yield Caddy in front of a server that trusts it, or not, and answers whose request it was."""
    app = ProxyHeaders(who_asks, ip_network(request.param))
    with make_server("127.0.0.1", 0, app, handler_class=Quiet) as upstream:
        serving = Thread(target=upstream.serve_forever, args=[0.02], daemon=True)
        serving.start()
        caddy = Caddy(tmp_path / "caddy", upstream.server_port).start()
        yield caddy
        caddy.stop()
        upstream.shutdown()
        serving.join()


@pytest.mark.parametrize("in_front", [CADDY], indirect=True)
@pytest.mark.parametrize("forged", FORGED)
def test_it_is_the_clients_own_whatever_the_client_says(in_front: Caddy, forged: str) -> None:
    answer = in_front.get("/", CLIENT, X_Forwarded_For=forged, Forwarded="for=6.6.6.6")
    assert answer.headers["Asked"] == f"https by {CLIENT}"


@pytest.mark.parametrize("in_front", ["192.0.2.1"], indirect=True)
def test_it_is_caddys_when_another_proxy_is_trusted(in_front: Caddy) -> None:
    answer = in_front.get("/", CLIENT, X_Forwarded_For="6.6.6.6", X_Forwarded_Proto="https")
    assert answer.headers["Asked"] == f"http by {CADDY}"
