"""Connecting to a push service: to public addresses only, and within a time.

A name is looked up once for a connection, and what was looked up is what is connected to: a name
that meant a vendor's address a moment ago cannot lead into the operator's own network.
"""

import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from http.client import HTTPConnection
from typing import Any

from webapp.gateways.push.lookups import Address, Lookups
from webapp.rules.reminders.endpoints import is_public

PORT = 443


class NotAllowed(OSError):
    """The name leads to an address that is not of the public internet."""


def look_up(host: str) -> list[Address]:
    """Return the addresses of a host. OSError."""
    found = socket.getaddrinfo(host, PORT, type=socket.SOCK_STREAM)
    return [(family, address) for family, _, _, _, address in found]


@dataclass(frozen=True)
class Network:
    """What is trusted of the network; tests have one that ends at their own machine.

    look_up: the addresses of a host, each with its family. allows: whether to connect to one.
    context: whose certificates count; None for those of the system.
    """

    look_up: Callable[[str], list[Address]] = look_up
    allows: Callable[[str], bool] = is_public
    context: ssl.SSLContext | None = None
    lookups: Lookups = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "lookups", Lookups(self.look_up))


class Within(ssl.SSLSocket):
    """A connection that ends at a moment, however slowly the other side sends."""

    ends = 0.0

    def recv_into(self, *given: Any, **named: Any) -> int:
        """Read what has come."""
        self.settimeout(_left(self.ends))
        return super().recv_into(*given, **named)

    def sendall(self, *given: Any, **named: Any) -> None:
        """Write."""
        self.settimeout(_left(self.ends))
        super().sendall(*given, **named)


class Connection(HTTPConnection):
    """A connection to a host of which the address is checked. OSError, NotAllowed."""

    default_port = PORT
    sock: Within | None

    def __init__(self, host: str, network: Network) -> None:
        super().__init__(host)
        self.network = network
        self.ends = 0.0
        self.since = 0.0  # when it began to wait for the next push

    def connect(self) -> None:
        """Look the name up and connect to the first address that answers."""
        addresses = self.network.lookups.addresses(self.host, _left(self.ends))
        tries = [address for address in addresses if self.network.allows(address[1][0])]
        if not tries or len(tries) < len(addresses):
            raise NotAllowed(f"{self.host} is not on the public internet")
        plain = _first_that_answers(tries, self.ends)
        try:
            # Head and body are two writes: else the second waits for what acknowledges the first.
            plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            plain.settimeout(_left(self.ends))
            context = self.network.context or _trusted()
            context.sslsocket_class = Within
            self.sock = context.wrap_socket(plain, server_hostname=self.host)  # type: ignore[assignment]
        except BaseException:
            plain.close()
            raise

    def until(self, ends: float) -> None:
        """Let everything be over at this moment of the monotonic clock."""
        self.ends = ends
        if self.sock:
            self.sock.ends = ends


def _first_that_answers(addresses: list[Address], ends: float) -> socket.socket:
    failed: OSError = OSError("no address")
    for number, (family, address) in enumerate(addresses):
        one = socket.socket(family, socket.SOCK_STREAM)
        try:
            # Where there are several, none may take all of the time.
            one.settimeout(_left(ends) / (len(addresses) - number))
            one.connect(address)
        except OSError as error:
            one.close()
            failed = error
        else:
            return one
    raise failed


def _left(ends: float) -> float:
    left = ends - time.monotonic()
    if left <= 0:
        raise TimeoutError("its time is over")
    return left


@cache
def _trusted() -> ssl.SSLContext:
    return ssl.create_default_context()
