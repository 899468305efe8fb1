"""The real app in a process of its own, which tests kill and start."""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import IO, Protocol, Self

from tests.support.needs import built_assets
from tests.support.ports import free_port
from tests.support.processes import ROOT, die_with_parent


class Running(Protocol):
    """What is used of a process that runs, or ran."""

    @property
    def pid(self) -> int: ...
    @property
    def stdout(self) -> IO[str] | None: ...
    def send_signal(self, sig: int, /) -> None: ...
    def poll(self) -> int | None: ...
    def wait(self, timeout: float | None = None) -> int: ...


class Server:
    """`python -m webapp` on a data folder and a port that stay the same over restarts.

    As a context manager it starts, and is killed when the block is left.
    """

    module = "webapp"

    def __init__(self, data: Path, *, root: Path = ROOT, **environ: str) -> None:
        self.port = free_port()
        self.data = data
        self._root = root
        self._environ = {
            **os.environ,
            "PYTHONDONTWRITEBYTECODE": "",  # compiled modules: a start is 0.1 s faster, of hundreds
            **environ,
            "SMALLWINS_DATA": str(data),
            "SMALLWINS_PORT": str(self.port),
        }
        self.process: Running | None = None
        self.log: IO[str] | None = None  # the file for its log lines
        self._errors: IO[str] | None = None

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.kill()

    @property
    def url(self) -> str:
        """Return its address, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> Self:
        """Start it and return when it listens."""
        built_assets(self._root)
        self._errors = self.log or tempfile.TemporaryFile("w+")  # noqa: SIM115 - closed when it ends
        self.process = self._run(self._errors)
        assert self.process.stdout
        if not self.process.stdout.readline():
            self._errors.seek(0)
            raise RuntimeError(f"{self.module} did not start: {self._errors.read()[-2_000:]}")
        return self

    def words(self) -> list[str]:
        """Return the arguments of its command line; a subclass may have some."""
        return []

    def _run(self, errors: IO[str]) -> Running:
        return subprocess.Popen(
            [sys.executable, "-m", self.module, *self.words()],
            cwd=self._root,
            env=self._environ,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            preexec_fn=die_with_parent,  # an orphan would hold the port after a crash
        )

    def kill(self) -> None:
        """Kill it (SIGKILL), so that it cannot finish anything."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """Ask it to stop (SIGTERM), and wait until it has."""
        self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> None:
        if self.process:
            self.process.send_signal(how)
            self.process.wait()
            if self.process.stdout:
                self.process.stdout.close()
            if self._errors and self._errors is not self.log:
                self._errors.close()
            self.process = self._errors = None
