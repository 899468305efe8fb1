"""The app and the floor, each in a process of its own."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.support.entries import ROWS, win
from tests.support.server import Server
from tests.support.visitor import Visitor, sign_up


class Floor(Server):
    """bench.support.floor on a file in its data folder."""

    module = "bench.support.floor"

    def words(self) -> list[str]:
        """Return the path of its file, and its port."""
        return [str(self.data / "floor.db"), str(self.port)]


@dataclass(frozen=True, slots=True)
class Pair:
    """The app and the floor; in the app one person has 30 wins to read, another writes."""

    app: Server
    floor: Floor
    reader: Visitor
    writer: Visitor


@contextmanager
def both_running() -> Iterator[Pair]:
    """Run the app and the floor, filled."""
    with folder() as data, Server(data) as app, Floor(data) as floor, two_people(app) as people:
        reader, writer = people
        reader.delivers([win(number) for number in range(ROWS)]).checked()
        yield Pair(app, floor, reader, writer)


@contextmanager
def two_people(server: Server) -> Iterator[tuple[Visitor, Visitor]]:
    """Sign two people up, Ana and Ben."""
    with sign_up(server.port, "Ana") as ana, sign_up(server.port, "Ben") as ben:
        yield ana, ben


@contextmanager
def folder() -> Iterator[Path]:
    """Create a folder, and delete it afterwards."""
    with tempfile.TemporaryDirectory(prefix="smallwins-bench-") as name:
        yield Path(name)
