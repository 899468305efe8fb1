"""Caddy for real: deploy/Caddyfile as it is, on loopback, with an authority of its own."""

import os
import socket
import ssl
import subprocess
import time
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

from tests.support.needs import program
from tests.support.ports import free_port
from tests.support.processes import ROOT, die_with_parent

NAME = "smallwins.test"
PATIENCE = 60  # seconds; hundreds of connections that ask at once come first
OPTIONS = """{{
	admin off
	local_certs
	skip_install_trust
	default_bind 127.0.0.1
	http_port {plain}
	https_port {port}
	storage file_system {folder}
"""


class Caddy:
    """Caddy in front of 127.0.0.1:`upstream`; ports and authority stay over restarts."""

    def __init__(self, folder: Path, upstream: int) -> None:
        self.port = free_port()
        self.plain_port = free_port()
        self.authority = folder / "pki/authorities/local/root.crt"
        self._config = folder / "Caddyfile"
        self._environ = {
            **os.environ,
            "SMALLWINS_SITE": NAME,
            "SMALLWINS_PORT": str(upstream),
            "XDG_CONFIG_HOME": str(folder),
            "XDG_DATA_HOME": str(folder),
        }
        self._process: subprocess.Popen[bytes] | None = None
        options = OPTIONS.format(plain=self.plain_port, port=self.port, folder=folder)
        shipped = (ROOT / "deploy/Caddyfile").read_text()
        folder.mkdir()
        self._config.write_text(shipped.replace("\n{\n", "\n" + options, 1))

    @property
    def url(self) -> str:
        """The address, without a slash at the end."""
        return f"https://{NAME}:{self.port}"

    def start(self) -> "Caddy":
        """Start it, and return once it answers with its certificate."""
        command = [
            program("caddy"),
            "run",
            "--adapter",
            "caddyfile",
            "--config",
            self._config,
        ]
        self._process = subprocess.Popen(
            command, env=self._environ, stderr=subprocess.DEVNULL, preexec_fn=die_with_parent
        )
        deadline = time.monotonic() + 20
        while not self._answers():
            assert self._process.poll() is None, "Caddy did not start"
            assert time.monotonic() < deadline, "Caddy does not answer"
            time.sleep(0.02)
        return self

    def stop(self) -> None:
        """Stop it; its port is closed then."""
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None

    def get(self, path: str, sender: str = "127.0.0.1", **headers: str) -> HTTPResponse:
        """Return the answer to a client that trusts the authority; header names with _ for -."""
        line = socket.create_connection(("127.0.0.1", self.port), PATIENCE, (sender, 0))
        return _ask(self.trusting().wrap_socket(line, server_hostname=NAME), path, **headers)

    def trusting(self) -> ssl.SSLContext:
        """Return the TLS context of a client that trusts the authority."""
        return ssl.create_default_context(cafile=str(self.authority))

    def get_plain(self, path: str) -> HTTPResponse:
        """Return the answer over http."""
        return _ask(socket.create_connection(("127.0.0.1", self.plain_port), timeout=10), path)

    def _answers(self) -> bool:
        try:
            self.get("/offline")
        except OSError:
            return False
        return True


def _ask(line: socket.socket, path: str, **headers: str) -> HTTPResponse:
    with line:
        connection = HTTPConnection(NAME)
        connection.sock = line
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request("GET", path, headers=told)
        answer = connection.getresponse()
        answer.read()  # to its end, so that nothing stays open
        return answer
