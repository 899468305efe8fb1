"""Somebody who talks to a server process over one connection that stays open."""

import json
from http.client import HTTPConnection, HTTPResponse
from typing import Any
from urllib.parse import urlencode

from tests.support.server import Server


class Visitor:
    """Sends forms and entries as a browser does, with its cookies."""

    def __init__(self, server: Server) -> None:
        self._line = HTTPConnection("127.0.0.1", server.port, timeout=20)
        self._headers = {"Origin": server.url}

    def get(self, path: str) -> tuple[int, bytes]:
        self.sends("GET", path)
        return self.answer()

    def post(self, path: str, **form: str) -> tuple[int, bytes]:
        self.sends("POST", path, **form)
        return self.answer()

    def delivers(self, content: Any) -> tuple[int, bytes]:
        """What the outbox sends."""
        headers = {**self._headers, "Content-Type": "application/json"}
        self._line.request("POST", "/outbox/", json.dumps(content), headers)
        return self.answer()

    def sends(self, method: str, path: str, **form: str) -> None:
        """Ask, and do not wait for the answer."""
        headers = {**self._headers, "Content-Type": "application/x-www-form-urlencoded"}
        self._line.request(method, path, urlencode(form) if form else None, headers)

    def answer(self) -> tuple[int, bytes]:
        """Status and body of what was asked last."""
        answer = self._line.getresponse()
        self._keep_cookie(answer)
        return answer.status, answer.read()

    def close(self) -> None:
        self._line.close()

    def _keep_cookie(self, answer: HTTPResponse) -> None:
        if given := answer.headers.get("Set-Cookie"):
            self._headers["Cookie"] = given.partition(";")[0]
