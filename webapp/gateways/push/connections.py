"""The connections to push services, kept for the next push."""

import time
from dataclasses import dataclass, field
from http.client import HTTPException, HTTPResponse
from threading import Lock

from webapp.gateways.push.connecting import Connection, Network

PATIENCE = 5.0  # seconds for one push, looking the name up included
KEPT = 20  # connections that wait for the next push, to each host
IDLE = 50.0  # seconds after which services may have closed one
LONGEST = 4_096  # bytes of an answer, whose words nobody reads


@dataclass
class Connections:
    """The connections of a process."""

    network: Network = field(default_factory=Network)
    patience: float = PATIENCE
    _idle: dict[str, list[Connection]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def post(self, host: str, path: str, body: bytes, headers: dict[str, str]) -> tuple[int, str]:
        """Send a request; return the status and the header Retry-After. OSError, HTTPException.

        A connection that waited may have been closed meanwhile: then a new one is tried, once. No
        redirect is followed.
        """
        ends = time.monotonic() + self.patience
        kept = self._take(host)
        if kept:
            try:
                return self._ask(kept, path, body, headers, ends)
            except TimeoutError:
                raise
            except (OSError, HTTPException):
                pass  # the service closed it, as it may
        return self._ask(Connection(host, self.network), path, body, headers, ends)

    def close(self) -> None:
        """Close those that wait."""
        with self._lock:
            waiting = [one for kept in self._idle.values() for one in kept]
            self._idle.clear()
        for one in waiting:
            one.close()

    def _ask(
        self, one: Connection, path: str, body: bytes, headers: dict[str, str], ends: float
    ) -> tuple[int, str]:
        try:
            one.until(ends)
            if not one.sock:
                one.connect()
                one.until(ends)
            one.request("POST", path, body, headers)
            answer = one.getresponse()
            is_read = _read(answer)
        except BaseException:
            one.close()
            raise
        self._keep(one) if is_read else one.close()
        return answer.status, answer.headers.get("Retry-After", "")

    def _take(self, host: str) -> Connection | None:
        with self._lock:
            waiting = self._idle.get(host, [])
            while waiting:
                one = waiting.pop()
                if one.sock and time.monotonic() - one.since < IDLE:
                    return one
                one.close()
        return None

    def _keep(self, one: Connection) -> None:
        one.since = time.monotonic()
        with self._lock:
            waiting = self._idle.setdefault(one.host, [])
            if one.sock and len(waiting) < KEPT:
                waiting.append(one)
                return
        one.close()


def _read(answer: HTTPResponse) -> bool:
    """Read an answer to its end; return whether it was short, so that another can follow."""
    return len(answer.read(LONGEST)) < LONGEST and answer.isclosed()
