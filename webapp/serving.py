"""The web server: listening, serving, and stopping without dropping requests."""

import resource
import signal
import socket
import time
from collections.abc import Mapping
from types import FrameType
from typing import TYPE_CHECKING

import waitress
from waitress import wasyncore

from webapp.bad_setting import BadSetting
from webapp.config import Network, Settings
from webapp.connections import (
    asks_at_once,
    client_by,
    close_late,
    cookies_of,
    refusing_with,
)
from webapp.polling import Poll, Sockets
from webapp.turns import Turns

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

BACKLOG = 1024
THREADS = 2  # more threads in one process cost two to three times the CPU on a list page
BODY_LIMIT = 5 * 1024 * 1024  # bytes that are read at all; most of the app refuses more than 256 kB
HEAD_LIMIT = 16 * 1024  # bytes; browsers send one or two thousand
BODY_IN_MEMORY = 64 * 1024  # bytes of each; what is longer waits in a temporary file
CONNECTIONS = 2_000  # at once
OTHER_FILES = 200  # open besides: the database, static files, logs
LOOK_SECONDS = 0.25  # between two looks for connections that had their time
CROWDED = 0.9  # share of them from which on slow ones lose their place
SETTLE = 0.2  # seconds
STOP_LIMIT = 5.0  # seconds for requests that are being answered at a stop


def listen(settings: Settings) -> socket.socket:
    """Return a socket that accepts connections; BadSetting if the address cannot be used."""
    # Bound here, so that a port in use gives a sentence and not a traceback.
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.host, settings.port))
        listener.listen(BACKLOG)  # before the address is printed
    except OSError as error:
        listener.close()
        raise BadSetting(
            f"{settings.host}:{settings.port} cannot be used ({error.strerror})."
            " Choose another SMALLWINS_PORT or SMALLWINS_HOST."
        ) from None
    return listener


def turns_of(trusted: Network | None) -> Turns:
    """Return the queue in which channels wait for an answer.

    Clients take turns. Of one client those that asked once and those that asked again before they
    were answered take turns, and of these its browsers, told apart by their cookies.

    trusted: the proxy whose X-Forwarded-For counts, as in web/shared/proxy.py.
    """
    return Turns(
        client_by(trusted), lambda: Turns(asks_at_once, lambda: Turns(cookies_of), changes=True)
    )


class Server:
    """Serves `app` on `listener` until SIGTERM or SIGINT comes.

    headers: those of the server's own refusals (malformed, too large), as of the app's answers.
    trusted: the proxy that says whose a request is; each client has its turn (turns.py).
    """

    def __init__(
        self,
        app: "WSGIApplication",
        listener: socket.socket,
        headers: Mapping[str, str],
        trusted: Network | None = None,
    ) -> None:
        self._sockets = Sockets()
        self._poll = Poll(self._sockets)
        self._connections = _room_for(CONNECTIONS)
        self._told_to_stop = False
        self._looked = 0.0  # when, by the monotonic clock
        self._waitress = waitress.create_server(
            app,
            map=self._sockets,
            sockets=[listener],
            threads=THREADS,
            ident=None,
            max_request_body_size=BODY_LIMIT,
            max_request_header_size=HEAD_LIMIT,
            connection_limit=self._connections,
            inbuf_overflow=BODY_IN_MEMORY,
            clear_untrusted_proxy_headers=False,  # web/shared/proxy.py says whom to believe
        )
        self._waitress.channel_class = refusing_with(headers)
        self._waitress.task_dispatcher.queue = turns_of(trusted)
        for how in (signal.SIGTERM, signal.SIGINT):
            signal.signal(how, self._tell_to_stop)

    def run(self) -> None:
        """Serve; after a signal to stop, answer the requests that arrived, and return."""
        while not self._told_to_stop:
            self._poll.turn(1)
            self._close_late(time.monotonic())
        self._finish(time.monotonic() + STOP_LIMIT)

    def _close_late(self, now: float) -> None:
        """Look at all connections now and then; at each turn it would cost too much."""
        if now - self._looked < LOOK_SECONDS:
            return
        self._looked = now
        self._poll.ask_all()
        close_late(list(self._waitress.active_channels.values()), now, self._is_crowded())

    def _is_crowded(self) -> bool:
        return len(self._sockets) > CROWDED * self._connections

    def _tell_to_stop(self, _how: int, _frame: FrameType | None) -> None:
        # No exception, which could interrupt an answer.
        self._told_to_stop = True
        self._waitress.pull_trigger()

    def _finish(self, deadline: float) -> None:
        self._poll.turn(0)  # accepts the connections that have arrived
        # Only the listener: its close() would also close what threads wake this loop with.
        wasyncore.dispatcher.close(self._waitress)
        # And their requests: a connection that was just answered is not read for a moment, and one
        # that is closed with unread data is reset.
        settled = time.monotonic() + SETTLE
        while time.monotonic() < settled:
            self._poll.turn(SETTLE / 10)
        while self._close_idle() and time.monotonic() < deadline:
            self._poll.ask_all()
            self._poll.turn(0.1)
        left = max(0.0, deadline - time.monotonic())
        self._waitress.task_dispatcher.shutdown(timeout=left)
        wasyncore.close_all(self._sockets, ignore_all=True)

    def _close_idle(self) -> bool:
        # Close the connections without a request; return whether there are others.
        busy = False
        for channel in list(self._waitress.active_channels.values()):
            if channel.requests or channel.request or channel.total_outbufs_len:
                busy = True
            else:
                channel.will_close = True
        return busy


def _room_for(connections: int) -> int:
    # Services get 1,024 files unless they ask for more. Returns how many connections fit.
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = connections + OTHER_FILES
    if soft < wanted:
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    return min(connections, soft - OTHER_FILES)
