"""What a browser sends, without one: signing up, pages, deliveries, over a kept connection."""

import re
import time
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from typing import Any
from urllib.parse import urlencode

from bench.entries import PASSWORD, delivery, person_of

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

    def page(self, path: str = "/") -> str:
        """A page as this person gets it."""
        return Client(self.port).ask("GET", path, Cookie=self.cookie)[1]


def sign_up(port: int, name: str) -> Person:
    """Make an account and sign in."""
    client = Client(port)
    email = f"{name.lower()}-{time.time_ns()}@example.org"
    form = urlencode({"name": name, "email": email, "password": PASSWORD}).encode()
    kind = "application/x-www-form-urlencoded"
    answer, _ = client.ask("POST", "/people/", form, **SAME, Content_Type=kind)
    cookie = (answer.getheader("Set-Cookie") or "").split(";")[0]
    return Person(port, person_of(client.ask("GET", "/", Cookie=cookie)[1]), cookie)


def rows_in(page: str) -> int:
    """How many wins (or notes of the floor) a page lists."""
    return len(ROW.findall(page))
