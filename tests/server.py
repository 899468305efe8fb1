"""The real app in a process of its own, to be killed and started again; and a free port."""

import contextlib
import ctypes
import os
import secrets
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parent.parent
PORTS = range(10_000, 32_768)  # systems take the ports of outgoing connections from above these


class Server:
    """`python -m webapp` on a data folder and a port that stay the same over restarts."""

    def __init__(self, data: Path, *, root: Path = ROOT, **environ: str) -> None:
        self.port = free_port()
        self._root = root
        self._environ = {
            **os.environ,
            **environ,
            "SMALLWINS_DATA": str(data),
            "SMALLWINS_PORT": str(self.port),
        }
        self.process: subprocess.Popen[str] | None = None
        self.log: int | IO[str] = subprocess.DEVNULL  # where its log lines go

    @property
    def url(self) -> str:
        """Where it is, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> "Server":
        """Start and return once it answers."""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "webapp"],
            cwd=self._root,
            env=self._environ,
            stdout=subprocess.PIPE,
            stderr=self.log,
            text=True,
            preexec_fn=die_with_parent,  # an orphan would hold the port after a crash
        )
        assert self.process.stdout
        if not self.process.stdout.readline():
            raise RuntimeError("the server did not start")
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
            self.process = None


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
    while True:
        port = secrets.choice(PORTS)
        with contextlib.suppress(OSError), socket.socket() as probe:
            probe.bind(("127.0.0.1", port))
            return port


def die_with_parent() -> None:
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)
