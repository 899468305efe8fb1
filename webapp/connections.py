"""Connections of the web server, and how long each may keep us waiting (F5).

Waitress restarts its time-out with every byte, so that one byte now and then holds a connection
for ever. Here a request has to be complete within a time, however it arrives.
"""

import sys
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser, ParsingError
from waitress.task import ErrorTask

from webapp.rules.shared.clients import Network, client_of
from webapp.rules.shared.rate_limits import network_of

HEAD_SECONDS = 10.0  # from the first byte, or from connecting, to the end of the head
BODY_SECONDS = 30.0  # from the first byte to the end of the body ...
BODY_BYTES_PER_SECOND = 256_000 / BODY_SECONDS  # ... and a longer one must keep up this rate
ANSWER_SECONDS = 60.0  # from when an answer waits to be read until it is read ...
ANSWER_BYTES_PER_SECOND = 4_000  # ... and a longer one is read at this rate
IDLE_SECONDS = 75.0  # between two requests


@dataclass(frozen=True, slots=True)
class Wait:
    """What a connection is kept open for.

    seconds: how long already; idle: nothing is asked since the last answer; head_done: whether the
    body is what is missing; received: bytes of the body so far; unread: bytes of the answer that
    the other side has not read.
    """

    seconds: float
    idle: bool = False
    head_done: bool = False
    received: int = 0
    unread: int = 0

    def is_over(self) -> bool:
        """Return whether the other side had all the time that it gets."""
        if self.idle:
            return self.seconds > IDLE_SECONDS
        if self.unread:
            return self.seconds > ANSWER_SECONDS + self.unread / ANSWER_BYTES_PER_SECOND
        if not self.head_done:
            return self.seconds > HEAD_SECONDS
        return self.seconds > BODY_SECONDS + self.received / BODY_BYTES_PER_SECOND


class Parser(HTTPRequestParser):  # type: ignore[misc]
    """Waitress's reader of requests, which refuses what Python cannot count."""

    def parse_header(self, header_plus: bytes) -> None:
        """Read the head; ParsingError, which is answered with 400, when it is no head."""
        try:
            super().parse_header(header_plus)
        except ValueError:  # a Content-Length of thousands of digits
            raise ParsingError("Content-Length is not a length") from None


class Channel(HTTPChannel):  # type: ignore[misc]
    """A connection that knows since when it keeps us waiting."""

    parser_class = Parser
    _since: float  # when the request that is arriving began, or the answer was there to be read
    _answering = False  # whether an answer waited at the last look
    _used = False  # whether a request came already: then it may be silent for longer

    def __init__(self, *given: Any, **named: Any) -> None:
        self._since = time.monotonic()
        super().__init__(*given, **named)

    def received(self, data: bytes) -> Any:
        """Take in bytes from the other side."""
        if self.request is None:
            self._since = time.monotonic()
        self._used = True
        return super().received(data)

    def service(self) -> None:
        """Answer one request, in a thread; meanwhile the main one asks us what we want."""
        number = self._fileno
        self._map.served[number] = None
        try:
            super().service()
        finally:
            self._map.changed.append(number)
            self._map.served.pop(number, None)

    def handle_error(self) -> None:
        """Close after an error, and log which; waitress's own line has the other side's address."""
        kind = sys.exc_info()[0]
        self.logger.error("a connection was closed by %s", kind.__name__ if kind else "an error")
        self.handle_close()

    def wait(self, now: float) -> Wait | None:
        """Return what it is open for; None while an answer is being made."""
        unread = self.total_outbufs_len
        if bool(unread) != self._answering:
            self._answering = bool(unread)
            self._since = now
        seconds = now - self._since
        if unread:
            return Wait(seconds, unread=unread)
        if self.requests:
            return None
        if self.request is None:
            return Wait(seconds, idle=self._used)
        asked = self.request
        return Wait(seconds, False, asked.headers_finished, asked.body_bytes_received)


def close_late(channels: Iterable[Channel], now: float, crowded: bool) -> None:
    """Close the connections that had their time; when crowded, half of those that wait as well.

    now: seconds of the monotonic clock; crowded: nearly as many are open as may be. The oldest go
    first: a person on a slow line asks again, an attacker loses the place.
    """
    waiting = [(wait, channel) for channel in channels if (wait := channel.wait(now))]
    late = [channel for wait, channel in waiting if wait.is_over()]
    if crowded and not late:
        waiting.sort(key=lambda pair: -pair[0].seconds)
        late = [channel for _, channel in waiting[: (len(waiting) + 1) // 2]]
    for channel in late:
        channel.handle_close()


def client_by(trusted: Network | None) -> Callable[[Channel], str]:
    """Return what tells whose the oldest request of a channel is.

    trusted: the proxy whose X-Forwarded-For counts, as in web/shared/proxy.py.
    """

    def client(channel: Channel) -> str:
        forwarded_for = channel.requests[0].headers.get("X_FORWARDED_FOR", "")
        return network_of(client_of(channel.addr[0], forwarded_for, trusted))

    return client


def asks_at_once(channel: Channel) -> bool:
    """Return whether a channel asked again before it was answered, which no browser does."""
    return len(channel.requests) > 1


def cookies_of(channel: Channel) -> str:
    """Return the cookies of a channel's oldest request."""
    return str(channel.requests[0].headers.get("COOKIE", ""))


def refusing_with(headers: Mapping[str, str]) -> Callable[..., Channel]:
    """Return what makes channels whose own refusals (malformed, too large) carry these headers."""

    def refusal(*asked: Any) -> Any:
        task = ErrorTask(*asked)
        task.response_headers.extend(headers.items())
        return task

    def channel(*given: Any, **named: Any) -> Channel:
        made = Channel(*given, **named)
        made.error_task_class = refusal
        return made

    return channel
