"""One run: phones record and send while the server is killed and the lines break."""

import random
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

from tests.faults.findings import Finding, Kind
from tests.faults.judge import judge
from tests.faults.phones import Phones, running_phones
from tests.faults.report import Report
from tests.faults.rows import SQLITE
from tests.faults.weather import trouble
from tests.support.forks.server import ForkedServer
from tests.support.processes import ROOT
from tests.support.proxy import Proxy

LINES = 3
ENTRIES_PER_KILL = 8
MOST_PIECES = 6  # of traffic per phone to let by before the server is killed
CHANGES = {1: "leave", 2: "remove", 3: "archive"}  # by the quarter of a run before which it comes
ANY_NUMBER = "1000000000"  # of entries per minute: what takes phones a month happens in seconds
LONGEST_WAIT = 0.3  # seconds for them to come by; then the server is killed while it is idle


def run(
    seed: int,
    *,
    phones: int,
    entries: int,
    kills: int | None = None,
    root: Path = ROOT,
    address: str = "",
    until: Kind | None = None,
) -> Report:
    """Let `phones` record `entries` each against the app in `root`, and judge what is stored.

    address: of an empty database; else the run has a SQLite file of its own. until: what ends the
    run as soon as it is found.
    """
    rounds = kills or max(1, entries // ENTRIES_PER_KILL)
    report = Report(seed, phones * entries, rounds + 2)
    with tempfile.TemporaryDirectory(prefix="chaos-") as folder, ExitStack() as stack:
        world = World(seed, phones, root, Path(folder), stack, address)
        for n in range(rounds):
            share = entries * (n + 1) // rounds - entries * n // rounds
            world.round(share, [way for k, way in CHANGES.items() if rounds * k // 4 == n])
        report.end(world.tally, _up_to(until, world.settled()))
    return report


def _up_to(kind: Kind | None, findings: Iterable[Finding]) -> Iterator[Finding]:
    for finding in findings:
        yield finding
        if finding.kind == kind:
            return


class World:
    """A server, the lines to it, and phones; one seed decides everything."""

    def __init__(
        self, seed: int, phones: int, root: Path, data: Path, stack: ExitStack, address: str
    ) -> None:
        self._rng = random.Random(seed)
        self._start = int(time.time() * 1000)
        self._most_pieces = MOST_PIECES * phones
        self._address = address or f"{SQLITE}{data / 'smallwins.db'}"
        setting = {"DATABASE_URL": self._address, "SMALLWINS_ENTRIES_PER_MINUTE": ANY_NUMBER}
        self._server = ForkedServer(data, root=root, **setting).start()
        stack.callback(self._server.kill)
        self._lines = [stack.enter_context(Proxy(self._server.port)) for _ in range(LINES)]
        config = {"root": str(root), "seed": seed, "phones": phones, "start": self._start}
        lines = [line.url for line in self._lines]
        self._phones: Phones = stack.enter_context(running_phones(**config, lines=lines))
        self.tally: dict[str, int] = {}

    def round(self, share: int, changes: Iterable[str] = ()) -> None:
        """Let each phone record `share` entries, and kill the server while they are sent.

        changes: how people leave a team meanwhile.
        """
        for line in self._lines:
            trouble(line, self._rng)
        self._phones.record(share, changes)
        self._await_traffic()
        time.sleep(self._rng.random() * 0.02)  # somewhere in the middle of what it does now
        self._restart(after=self._rng.random() * 0.1)
        self._phones.hear()

    def settled(self) -> Iterable[Finding]:
        """Return what is wrong when all is quiet, and again after everything was sent once more."""
        for line in self._lines:
            line.set("pass")
        for command in (self._phones.settle, self._phones.replay):
            told = command()
            self._restart(after=0)
            yield from judge(told, self._address, self._start)
        self.tally.update(told["tally"])

    def _await_traffic(self) -> None:
        pieces = self._rng.randrange(self._most_pieces)
        deadline, carried = time.monotonic() + LONGEST_WAIT, self._carried()
        while pieces >= 0 and time.monotonic() < deadline:
            time.sleep(0.001)
            if self._carried() != carried:
                carried, pieces = self._carried(), pieces - 1

    def _carried(self) -> int:
        return sum(line.carried for line in self._lines)

    def _restart(self, after: float) -> None:
        self._server.kill()
        time.sleep(after)
        self._server.start()
