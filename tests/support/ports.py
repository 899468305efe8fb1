"""Ports of this machine that tests may listen on."""

import contextlib
import os
import secrets
import socket

PORTS = range(11_000, 32_768)
# Above the last one that browsers refuse to open (10080, https://fetch.spec.whatwg.org/#port-blocking),
# and below those that systems take for outgoing connections.
SHARE = 2_000  # for each process that pytest runs tests in: no two are given the same port
_given: set[int] = set()


def free_port() -> int:
    """Return a port that nobody listens on; the system gives it to no outgoing connection."""
    part = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    ours = PORTS[part * SHARE % len(PORTS) :][:SHARE]
    while True:
        port = secrets.choice([port for port in ours if port not in _given] or ours)
        with contextlib.suppress(OSError), socket.socket() as probe:
            probe.bind(("127.0.0.1", port))
            _given.add(port)
            return port
