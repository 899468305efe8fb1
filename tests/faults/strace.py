"""strace: makes one system call of a running server fail."""

import contextlib
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tests.support.needs import program

WRITES = "write,writev,pwrite64,pwritev,fsync,fdatasync,ftruncate,unlink,sendto,sendmsg"
CALL = re.compile(r"^\d+ +(\w+)\(", re.MULTILINE)
PATIENCE = 0.3  # seconds

Fault = Literal["kill", "full", "broken"]


@dataclass(frozen=True)
class Point:
    """The `nth` call (from 1) of a system call `call`, and how it fails."""

    fault: Fault
    call: str
    nth: int

    @property
    def injection(self) -> str:
        """Return the fault for strace. A full disk stays full; a broken sector is one call."""
        what = {"kill": "signal=KILL", "full": "error=ENOSPC", "broken": "error=EIO"}[self.fault]
        more = "+" if self.fault == "full" else ""
        return f"--inject={self.call}:{what}:when={self.nth}{more}"


@contextlib.contextmanager
def traced(pid: int, log: Path, *options: str) -> Iterator[None]:
    """Trace all threads of a process for the block, with the calls written to `log`."""
    command = [program("strace"), "-f", "-p", str(pid), "-o", str(log), *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        if "attached" not in (said := process.stderr.readline()):
            raise RuntimeError(f"strace cannot trace here: {said}")
        try:
            yield
        finally:
            _end(process)


def calls_in(log: Path) -> list[tuple[str, int]]:
    """Return the calls in a log, in their order: name, and how many of that name came so far."""
    counts: Counter[str] = Counter()
    calls = []
    for name in CALL.findall(log.read_text(errors="replace")):
        counts[name] += 1
        calls.append((name, counts[name]))
    return calls


def was_injected(log: Path) -> bool:
    """Return whether an error was put into a call of the log."""
    return "(INJECTED)" in log.read_text(errors="replace")


def _end(process: subprocess.Popen[str]) -> None:
    process.terminate()
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()  # now and then it waits for a thread that is gone; the others go on
