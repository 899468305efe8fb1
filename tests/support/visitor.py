"""A person who talks to a server process as a browser does, without a browser."""

import json
from email.message import Message
from http.client import HTTPConnection
from select import select
from typing import Any, NamedTuple
from urllib.parse import urlencode

PASSWORD = "correct horse battery"
SAME_ORIGIN = {"Sec-Fetch-Site": "same-origin"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
JSON = {"Content-Type": "application/json"}
PATIENCE = 30  # seconds; the server itself gives up waiting for the database after 5


class Received(NamedTuple):
    """The answer of a server; it unpacks into status, body and headers."""

    status: int
    body: bytes
    headers: Message

    @property
    def text(self) -> str:
        """Return the body as text."""
        return self.body.decode()

    @property
    def path(self) -> str:
        """Return the path that it redirects to, "" if it does not redirect."""
        return self.headers.get("Location", "")

    @property
    def verdicts(self) -> dict[str, str]:
        """Return the verdict for each entry of a delivery, by the entry's id."""
        return {one["id"]: one["verdict"] for one in json.loads(self.body)["verdicts"]}

    def checked(self) -> "Received":
        """Return the answer itself; a status of 400 or more raises RuntimeError."""
        if self.status >= 400:
            raise RuntimeError(f"answered {self.status}: {self.body[:200]!r}")
        return self


class Visitor:
    """One connection that stays open, the session's cookie, and the person's key once known."""

    def __init__(self, port: int, *, cookie: str = "", key: str = "") -> None:
        self.port = port
        self.cookie = cookie
        self.key = key
        self._connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)

    def __enter__(self) -> "Visitor":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection; the next request opens another."""
        self._connection.close()

    def at(self, port: int) -> "Visitor":
        """Return the same person on a connection of its own to the server on `port`."""
        return Visitor(port, cookie=self.cookie, key=self.key)

    def get(self, path: str = "/", **headers: str) -> Received:
        """Return a page; header names are written with _ for -."""
        self.asks("GET", path, None, **headers)
        return self.answer()

    def post(self, path: str, **form: str) -> Received:
        """Return the answer to a form."""
        self.submits(path, **form)
        return self.answer()

    def delivers(self, entries: list[dict[str, Any]]) -> Received:
        """Return the answer to entries, sent as this person's outbox sends them."""
        body = json.dumps({"person": self.key, "entries": entries}).encode()
        self.asks("POST", "/outbox/", body, **JSON)
        return self.answer()

    def submits(self, path: str, **form: str) -> None:
        """Send a form without waiting for the answer."""
        self.asks("POST", path, urlencode(form).encode(), **FORM)

    def asks(self, method: str, path: str, body: bytes | None, **headers: str) -> None:
        """Send a request without waiting for the answer."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        cookie = {"Cookie": self.cookie} if self.cookie else {}
        if self._was_left():
            self.close()
        self._connection.request(method, path, body, {**SAME_ORIGIN, **cookie, **named})

    def _was_left(self) -> bool:
        """Return whether the server has closed the connection, as it does to an idle one."""
        sock = self._connection.sock
        return sock is not None and bool(select([sock], [], [], 0)[0])

    def answer(self) -> Received:
        """Return the answer to what was sent last."""
        answer = self._connection.getresponse()
        for given in answer.headers.get_all("Set-Cookie", []):
            if given.startswith("session="):
                self.cookie = given.partition(";")[0].removesuffix("session=")  # "" signs out
        return Received(answer.status, answer.read(), answer.headers)

    def signs_in(self, email: str, password: str = PASSWORD) -> None:
        """Sign in and read the person's key; a refusal raises RuntimeError."""
        self._begins("/sessions/", email=email, password=password)

    def signs_up(self, name: str, email: str, password: str = PASSWORD) -> None:
        """Make an account, signed in, and read its key; a refusal raises RuntimeError."""
        self._begins("/people/", name=name, email=email, password=password)

    def _begins(self, path: str, **form: str) -> None:
        if self.post(path, **form).status != 303:
            raise RuntimeError(f"{form['email']} did not get in")
        self.key = self.get().headers["Smallwins-Person"]


def sign_up(port: int, name: str = "Ana", email: str = "", password: str = PASSWORD) -> Visitor:
    """Return a new person, signed in; their address is made of their name unless given."""
    visitor = Visitor(port)
    visitor.signs_up(name, email or f"{name.lower()}@example.org", password)
    return visitor
