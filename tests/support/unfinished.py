"""Connections that never finish their request, in large numbers."""

import contextlib
import resource
import socket
import ssl
from collections.abc import Iterator

HEAD = b"POST /outbox/ HTTP/1.1\r\nHost: {host}\r\n"
KINDS = {
    "half a head": HEAD + b"Content-Type: app",
    "slow head": HEAD + b"X-Slow: a\r\n",
    "slow body": HEAD + b"Content-Length: 900\r\n\r\n{",
    "slow reading": b"GET /sessions/new HTTP/1.1\r\nHost: {host}\r\n\r\n" * 20,
    "pages at once": b"GET / HTTP/1.1\r\nHost: {host}\r\n\r\n" * 40,
}
MORE = {"slow head": b"X: y\r\n", "slow body": b" "}


@contextlib.contextmanager
def unfinished(
    kind: str, count: int, port: int, host: str = "127.0.0.1", tls: ssl.SSLContext | None = None
) -> Iterator[list[socket.socket]]:
    """Hold `count` connections of a kind, or of all kinds in turn, to a port of this machine."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))  # shells give 1,024 files
    kinds = list(KINDS) if kind == "all" else [kind]
    with contextlib.ExitStack() as opened:
        held = []
        for number in range(count):
            each = kinds[number % len(kinds)]
            half = socket.create_connection(("127.0.0.1", port))
            half = tls.wrap_socket(half, server_hostname=host) if tls else half
            opened.enter_context(half)
            half.sendall(KINDS[each].replace(b"{host}", host.encode()) + MORE.get(each, b""))
            held.append(half)
        yield held
