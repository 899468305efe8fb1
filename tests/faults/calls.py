"""A batch is stored while one of the system calls that store it goes wrong."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from tests.faults.findings import Finding
from tests.faults.judge import judge_person
from tests.faults.rows import SQLITE, damage, holdings
from tests.faults.scene import DATABASE, Scene, set_up
from tests.faults.strace import WRITES, Fault, Point, calls_in, traced, was_injected
from tests.support.processes import ROOT
from tests.support.server import Server

FAULTS: tuple[Fault, ...] = ("kill", "full", "broken")
SYNCS = ("fsync", "fdatasync")


@dataclass(frozen=True)
class PointOutcome:
    """The result at one point. status: of the answer to the batch, 0 for none."""

    point: Point
    reached: bool
    status: int
    findings: tuple[Finding, ...]


def play(every: int = 1, root: Path = ROOT) -> Iterator[PointOutcome]:
    """Yield the outcome of each fault at every sync and at every `every`-th of the other calls."""
    with tempfile.TemporaryDirectory(prefix="calls-") as folder:
        scene = set_up(Path(folder) / "scene", root)
        chosen = [
            (call, nth)
            for place, (call, nth) in enumerate(calls_of(scene, Path(folder)))
            if call in SYNCS or place % every == 0
        ]
        points = [Point(fault, call, nth) for fault in FAULTS for call, nth in chosen]
        for place, point in enumerate([*points, Point("kill", "sendto", 1)]):
            yield play_point(scene, point, Path(folder) / str(place))


def calls_of(scene: Scene, folder: Path) -> list[tuple[str, int]]:
    """Return the write and sync calls on the database while the batch is stored, in their order."""
    data, log = folder / "counted", folder / "calls"
    with scene.again(data) as server, _traced(server, log, data):
        scene.sends_batch(server)
    return calls_in(log)


def play_point(scene: Scene, point: Point, folder: Path) -> PointOutcome:
    """Store the batch with `point` going wrong, then once more with nothing wrong."""
    data, log = folder / "data", folder / "log"
    with scene.again(data) as server:
        # The answer goes to no file: only calls on the database's files are told apart by path.
        with _traced(server, log, None if point.call == "sendto" else data, point.injection):
            status, acknowledged = scene.sends_batch(server)
        reached = _ended(server) if point.fault == "kill" else was_injected(log)
        findings = _halves(scene, _copied(data, folder / "then"), bool(acknowledged))
        findings += _completed(scene, server, data)
    return PointOutcome(point, reached, status, tuple(findings))


def _traced(
    server: Server, log: Path, data: Path | None, *options: str
) -> AbstractContextManager[None]:
    files = (data / DATABASE, data / f"{DATABASE}-wal") if data else ()
    paths = [f"--trace-path={file}" for file in files]
    assert server.process
    return traced(server.process.pid, log, f"--trace={WRITES}", *paths, *options)


def _ended(server: Server) -> bool:
    assert server.process
    try:
        server.process.wait(1)
    except subprocess.TimeoutExpired:
        return False
    server.kill()
    return True


def _copied(data: Path, copy: Path) -> Path:
    # Looking into the database of a killed server repairs it, and its next start is to do that.
    return Path(shutil.copytree(data, copy)) / DATABASE


def _halves(scene: Scene, file: Path, acknowledged: bool) -> list[Finding]:
    # The batch is there as a whole or not at all, and as a whole once it was acknowledged.
    if not acknowledged and not _wrong(scene, file, stored=False):
        return []
    return _wrong(scene, file, stored=True)


def _completed(scene: Scene, server: Server, data: Path) -> list[Finding]:
    if not server.process:
        server.start()
    status, acknowledged = scene.sends_batch(server)
    server.kill()
    missing = sorted({entry["id"] for entry in scene.batch} - acknowledged)
    unsent = [Finding("unsent", f"{one} was answered with {status}") for one in missing]
    return unsent + _wrong(scene, data / DATABASE, stored=True)


def _wrong(scene: Scene, file: Path, *, stored: bool) -> list[Finding]:
    damages = [Finding("damage", says) for says in damage(f"{SQLITE}{file}")]
    held = holdings(f"{SQLITE}{file}")[scene.visitor.key]
    return damages + list(judge_person(scene.story(stored=stored), held))
