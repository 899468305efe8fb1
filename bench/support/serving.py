"""The app and the floor, each in a process of its own."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from bench.support.browsing import Person, sign_up
from bench.support.entries import ROWS, win
from tests.support.server import ROOT, Server, die_with_parent

S = TypeVar("S", bound=Server)


class Floor(Server):
    """bench.support.floor on a file in a folder."""

    def __init__(self, data: Path) -> None:
        super().__init__(data)
        self._file = data / "floor.db"

    def start(self) -> "Floor":
        """Start and return once it listens."""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bench.support.floor", str(self._file), str(self.port)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            preexec_fn=die_with_parent,
        )
        assert self.process.stdout
        if not self.process.stdout.readline():
            raise RuntimeError("the floor did not start")
        return self


@dataclass(frozen=True, slots=True)
class Pair:
    """The app and the floor; in the app one person reads 30 wins, another writes."""

    app: Server
    floor: Floor
    reader: Person
    writer: Person


@contextmanager
def both_running() -> Iterator[Pair]:
    """The app and the floor, filled."""
    with folder() as data, running(Server(data)) as app, running(Floor(data)) as floor:
        reader, writer = sign_up(app.port, "Ana"), sign_up(app.port, "Ben")
        reader.sends([win(number) for number in range(ROWS)])
        yield Pair(app, floor, reader, writer)


@contextmanager
def running(server: S) -> Iterator[S]:
    """A server that listens; stopped afterwards."""
    try:
        server.start()
        yield server
    finally:
        server.stop()


@contextmanager
def folder() -> Iterator[Path]:
    """A folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="smallwins-bench-") as name:
        yield Path(name)
