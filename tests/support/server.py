"""The real app in a process of its own, to be killed and started again; and a free port."""

import contextlib
import ctypes
import os
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parents[2]
PORTS = range(11_000, 32_768)
# Above the last one that browsers refuse to open (10080, https://fetch.spec.whatwg.org/#port-blocking),
# and below those that systems take for outgoing connections.
SHARE = 2_000  # of them for each process that pytest runs tests in: what one is given, no other is
_given: set[int] = set()


class Server:
    """`python -m webapp` on a data folder and a port that stay the same over restarts."""

    def __init__(self, data: Path, *, root: Path = ROOT, **environ: str) -> None:
        self.port = free_port()
        self._root = root
        self._environ = {
            **os.environ,
            "PYTHONDONTWRITEBYTECODE": "",  # of hundreds, each starts 0.1 s sooner
            **environ,
            "SMALLWINS_DATA": str(data),
            "SMALLWINS_PORT": str(self.port),
        }
        self.process: subprocess.Popen[str] | None = None
        self.log: IO[str] | None = None  # where its log lines go
        self._said: IO[str] | None = None

    @property
    def url(self) -> str:
        """Where it is, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> "Server":
        """Start and return once it answers."""
        self._said = self.log or tempfile.TemporaryFile("w+")  # noqa: SIM115 - closed when it ends
        self.process = subprocess.Popen(
            [sys.executable, "-m", "webapp"],
            cwd=self._root,
            env=self._environ,
            stdout=subprocess.PIPE,
            stderr=self._said,
            text=True,
            preexec_fn=die_with_parent,  # an orphan would hold the port after a crash
        )
        assert self.process.stdout
        if not self.process.stdout.readline():
            self._said.seek(0)
            raise RuntimeError(f"the server did not start: {self._said.read()[-2_000:]}")
        return self

    def kill(self) -> None:
        """SIGKILL: it gets no chance to finish anything."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """Ask it to stop."""
        self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> None:
        if self.process:
            self.process.send_signal(how)
            self.process.wait()
            if self.process.stdout:
                self.process.stdout.close()
            if self._said and self._said is not self.log:
                self._said.close()
            self.process = self._said = None


def tried(
    *words: object, how: tuple[str, ...] = ("-m", "webapp"), **environ: str
) -> subprocess.CompletedProcess[str]:
    """What became of `python -m webapp` with these words and settings."""
    return subprocess.run(
        [sys.executable, *how, *map(str, words)],
        cwd=ROOT,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **environ},
        capture_output=True,
        text=True,
        timeout=60,
    )


def free_port() -> int:
    """A port that nobody listens on, nor is given for an outgoing connection while it is down."""
    part = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    ours = PORTS[part * SHARE % len(PORTS) :][:SHARE]
    while True:
        port = secrets.choice([port for port in ours if port not in _given] or ours)
        with contextlib.suppress(OSError), socket.socket() as probe:
            probe.bind(("127.0.0.1", port))
            _given.add(port)
            return port


def die_with_parent() -> None:
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)
