"""What a browser sends, without one: signing up, pages, deliveries, over a kept connection."""

import re
import time
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from typing import Any
from urllib.parse import urlencode

from bench.support.entries import PASSWORD, delivery, person_of

SAME = {"Sec-Fetch-Site": "same-origin"}
ROW = re.compile(r'id="(?:win|note)-[0-9a-f-]+"')


class Client:
    """A connection that is kept open; an answer of 400 or more is an error."""

    def __init__(self, port: int) -> None:
        self._connection = HTTPConnection("127.0.0.1", port, timeout=30)

    def ask(
        self, method: str, path: str, body: bytes | None = None, **headers: str
    ) -> tuple[HTTPResponse, str]:
        """The answer and its body; header names are written with _ for -."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self._connection.request(method, path, body, named)
        answer = self._connection.getresponse()
        content = answer.read()
        if answer.status >= 400:
            raise RuntimeError(f"{method} {path} was answered {answer.status}")
        return answer, "" if answer.getheader("Content-Encoding") else content.decode()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is signed in: the port of their server, their key, their cookie."""

    port: int
    key: str
    cookie: str

    def sends(self, entries: list[dict[str, Any]]) -> None:
        """Deliver entries."""
        body = delivery(self.key, entries)
        Client(self.port).ask("POST", "/outbox/", body, **SAME, Cookie=self.cookie)

    def submits(self, path: str, form: dict[str, str]) -> str:
        """Send a form; the path that the answer leads to."""
        return _submit(Client(self.port), path, form, Cookie=self.cookie).getheader("Location", "")

    def page(self, path: str = "/") -> str:
        """A page as this person gets it."""
        return Client(self.port).ask("GET", path, Cookie=self.cookie)[1]


def sign_up(port: int, name: str) -> Person:
    """Make an account and sign in."""
    client = Client(port)
    email = f"{name.lower()}-{time.time_ns()}@example.org"
    form = {"name": name, "email": email, "password": PASSWORD}
    answer = _submit(client, "/people/", form)
    cookie = (answer.getheader("Set-Cookie") or "").split(";")[0]
    return Person(port, person_of(client.ask("GET", "/", Cookie=cookie)[1]), cookie)


def rows_in(page: str) -> int:
    """How many wins (or notes of the floor) a page lists."""
    return len(ROW.findall(page))


def _submit(client: Client, path: str, form: dict[str, str], **headers: str) -> HTTPResponse:
    kind = "application/x-www-form-urlencoded"
    body = urlencode(form).encode()
    return client.ask("POST", path, body, **SAME, Content_Type=kind, **headers)[0]
