"""What can go wrong between a phone and its server, for real."""

from tests.support.proxy import Proxy
from tests.support.server import Server

KINDS = ["killed", "refuse", "reset", "blackhole", "lose_reply"]


class Trouble:
    """A server that is killed, or a line that is as bad as tests/support/proxy.py can make it."""

    def __init__(self, server: Server, line: Proxy) -> None:
        self._server = server
        self._line = line

    def begins(self, kind: str = "killed") -> None:
        if kind == "killed":
            self._server.kill()
        else:
            self._line.set(kind)

    def ends(self) -> None:
        if not self._server.process:
            self._server.start()
        self._line.set("pass")
