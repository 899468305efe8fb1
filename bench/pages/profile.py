"""`python -m bench profile`: where the time of one request goes, without a server."""

import cProfile
import os
import pstats
import time
from collections.abc import Callable
from typing import Any

from flask import Flask
from werkzeug.test import EnvironBuilder, run_wsgi_app
from werkzeug.wrappers import Response

from bench.support.entries import ROWS, rows_in, win
from bench.support.serving import folder
from tests.support.visitor import PASSWORD, SAME_ORIGIN
from webapp.app import create_app
from webapp.config import read_settings

CALLS = 300
ROUNDS = 5
DEAREST = 25
ORIGIN = "http://127.0.0.1/"

Environ = dict[str, Any]
Make = Callable[[], Environ]


class Client:
    """A signed-in person whose requests are WSGI environs."""

    def __init__(self, app: Flask, name: str) -> None:
        form = {"name": name, "email": f"{name}@example.org", "password": PASSWORD}
        answer = _answer(app, _environ("POST", "/people/", data=form))
        self._cookie = answer.headers["Set-Cookie"].split(";")[0]
        self._key = _answer(app, self.gets()).headers["Smallwins-Person"]

    def gets(self, **headers: str) -> Environ:
        """Return a request for Today; header names as a WSGI server passes them."""
        return {**_environ("GET", "/"), "HTTP_COOKIE": self._cookie, **headers}

    def posts(self, wins: int = 1) -> Environ:
        """Return a delivery of so many wins."""
        sent = {"person": self._key, "entries": [win(number) for number in range(wins)]}
        return {**_environ("POST", "/outbox/", json=sent), "HTTP_COOKIE": self._cookie}


def main() -> None:
    """Print µs of CPU per call, then the most expensive functions of the two main requests."""
    with folder() as data:
        app = create_app(read_settings({**os.environ, "SMALLWINS_DATA": str(data)}))
        reader, writer = Client(app, "ana"), Client(app, "ben")
        _answer(app, reader.posts(ROWS))
        today = f"GET /, {rows_in(_page(app, reader.gets()))} wins"
        _timed("hello of bare Flask", _hello(), reader.gets)
        _timed("POST /outbox/, one win", app, writer.posts)
        _timed("POST /outbox/, 100 wins", app, lambda: writer.posts(100), calls=20)
        _timed(today, app, reader.gets)
        _timed(f"{today}, br", app, lambda: reader.gets(HTTP_ACCEPT_ENCODING="br"))
        _profile("POST /outbox/, one win", app, writer.posts)
        _profile(today, app, reader.gets)


def _timed(title: str, app: Flask, make: Make, calls: int = CALLS) -> None:
    best = min(_spent(app, [make() for _ in range(calls)]) for _ in range(ROUNDS))
    print(f"{best / calls * 1e6:8.0f} µs  {title}")


def _spent(app: Flask, environs: list[Environ]) -> float:
    began = time.process_time()
    for environ in environs:
        _answer(app, environ)
    return time.process_time() - began


def _profile(title: str, app: Flask, make: Make) -> None:
    environs = [make() for _ in range(CALLS)]
    with cProfile.Profile() as profile:
        _spent(app, environs)
    for order in ("tottime", "cumulative"):
        print(f"\n=== {title}: {CALLS} calls, by {order}")
        pstats.Stats(profile).sort_stats(order).print_stats(DEAREST)


def _page(app: Flask, environ: Environ) -> str:
    return _answer(app, environ).get_data(as_text=True)


def _answer(app: Flask, environ: Environ) -> Response:
    answer = Response(*run_wsgi_app(app, environ, buffered=True))
    if answer.status_code >= 400:
        raise RuntimeError(f"{environ['PATH_INFO']} was answered {answer.status}")
    return answer


def _environ(method: str, path: str, **sent: Any) -> Environ:
    headers = list(SAME_ORIGIN.items())
    return EnvironBuilder(path, ORIGIN, method=method, headers=headers, **sent).get_environ()


def _hello() -> Flask:
    bare = Flask("bare")
    bare.add_url_rule("/", "hello", lambda: "hello")
    return bare
