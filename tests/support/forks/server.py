"""The real app in a process of its own, forked from one that has loaded it already."""

import atexit
import json
import os
import select
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from threading import Lock
from typing import IO, Any

from tests.support.forks.loaded import AHEAD, LARGEST
from tests.support.processes import ROOT, die_with_parent
from tests.support.server import Server

LOADED = (sys.executable, "-m", "tests.support.forks.loaded")


class ForkServer:
    """The process that forks the app in `root`; see tests/support/forks/loaded.py."""

    def __init__(self, root: Path) -> None:
        self._lock = Lock()
        self._templates = tempfile.TemporaryDirectory(prefix="templates-")
        self._line, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._process = subprocess.Popen(
                [*LOADED, str(theirs.fileno()), self._templates.name],
                cwd=root,
                env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": ""},
                pass_fds=[theirs.fileno()],
                preexec_fn=die_with_parent,
            )

    def ask(self, *files: int, **values: Any) -> dict[str, int]:
        """Return its answer to these values, which go with open files."""
        with self._lock:
            socket.send_fds(self._line, [json.dumps(values).encode()], files)
            answer: dict[str, int] = json.loads(self._line.recv(LARGEST))
        return answer

    def end(self) -> None:
        """End it, and with it what it forked."""
        self._line.close()
        self._process.kill()
        self._process.wait()
        self._templates.cleanup()


class Forked:
    """A process that was forked, with what tests use of subprocess.Popen."""

    def __init__(self, parent: ForkServer, pid: int, stdout: IO[str]) -> None:
        self.pid = pid
        self.stdout = stdout
        self._parent = parent
        self._code: int | None = None
        self._ended = select.poll()
        self._ended.register(os.pidfd_open(pid), select.POLLIN)

    def send_signal(self, sig: int, /) -> None:
        """Send it a signal, unless it has ended."""
        if self.poll() is None:  # nobody else has its number before it was waited for
            os.kill(self.pid, sig)

    def poll(self) -> int | None:
        """Return its exit code, as Popen does, or None while it runs."""
        return self._code_within(0)

    def wait(self, timeout: float | None = None) -> int:
        """Return its exit code once it has ended; raises TimeoutExpired after so many seconds."""
        code = self._code_within(timeout)
        if code is None:
            raise subprocess.TimeoutExpired("webapp", timeout or 0)
        return code

    def _code_within(self, seconds: float | None) -> int | None:
        if self._code is None:
            for handle, _ in self._ended.poll(None if seconds is None else seconds * 1000):
                self._code = self._parent.ask(wait=self.pid)["code"]
                os.close(handle)
        return self._code


_parents: dict[Path, ForkServer] = {}


def end_forks(root: Path) -> None:
    """End what forks the app in `root`, for instance when `root` is deleted."""
    if parent := _parents.pop(root, None):
        parent.end()


@atexit.register
def _end_all() -> None:
    for root in tuple(_parents):
        end_forks(root)


class ForkedServer(Server):
    """A server that starts in a fraction of the time, since what it runs is loaded already."""

    def live_at(self, moment: int) -> None:
        """Let its clock show this moment (ms) from the next start on."""
        self._environ[AHEAD] = str(moment // 1000 - int(time.time()))

    def _run(self, errors: IO[str]) -> Forked:
        parent = _parents.get(self._root) or ForkServer(self._root)
        _parents[self._root] = parent
        reading, writing = os.pipe()
        asked = {"words": self.words(), "environ": self._environ}
        pid = parent.ask(writing, errors.fileno(), **asked)["pid"]
        os.close(writing)
        return Forked(parent, pid, os.fdopen(reading))
