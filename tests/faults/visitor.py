"""A signed-in person without a phone: one request at a time, nothing kept, nothing sent again."""

import json
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from typing import Any
from urllib.parse import urlencode

OURS = {"Sec-Fetch-Site": "same-origin"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
PATIENCE = 20  # seconds; the server gives up waiting for the database after 5


@dataclass(frozen=True)
class Visitor:
    """Who asks: their cookie, and the key that the server knows them by."""

    cookie: str
    person: str

    def posts(self, port: int, entries: list[dict[str, Any]]) -> tuple[int, set[str]]:
        """Post entries; the status (0: no answer) and the ids that were acknowledged."""
        body = json.dumps({"person": self.person, "entries": entries})
        headers = {"Cookie": self.cookie, "Content-Type": "application/json"}
        try:
            status, _, answer = _ask(port, "POST", "/outbox/", body, headers)
        except (OSError, HTTPException):
            return 0, set()
        return status, _acknowledged(answer) if status == 200 else set()

    def sets_goal(self, port: int) -> str:
        """An active goal with one criterion; its id."""
        plan = {"statement": "Send 1 page", "criteria": "Seen", "due": "2100-01-01"}
        form, headers = urlencode({**plan, "no_objective": "on"}), {"Cookie": self.cookie, **FORM}
        _, made, _ = _ask(port, "POST", "/goals/", form, headers)
        _ask(port, "POST", f"{made['Location']}/activation", "", headers)
        return made["Location"].rsplit("/", 1)[1]

    def looks(self, port: int) -> None:
        """Open Today, so that the server has loaded and opened all that it needs."""
        _ask(port, "GET", "/", None, {"Cookie": self.cookie})


def sign_up(port: int) -> Visitor:
    """A new person."""
    form = {"name": "Ana", "email": "ana@example.org", "password": "a password of a test"}
    _, headers, _ = _ask(port, "POST", "/people/", urlencode(form), FORM)
    cookie = headers["Set-Cookie"].split(";")[0]
    _, headers, _ = _ask(port, "GET", "/", None, {"Cookie": cookie})
    return Visitor(cookie, headers["Smallwins-Person"])


def _ask(
    port: int, method: str, path: str, body: str | None, headers: dict[str, str]
) -> tuple[int, dict[str, str], bytes]:
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request(method, path, body, {**OURS, **headers})
        answer = connection.getresponse()
        return answer.status, dict(answer.headers), answer.read()
    finally:
        connection.close()


def _acknowledged(answer: bytes) -> set[str]:
    verdicts = json.loads(answer)["verdicts"]
    return {one["id"] for one in verdicts if one["verdict"] in ("stored", "seen")}
