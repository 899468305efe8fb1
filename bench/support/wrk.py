"""Load from wrk, and what it measures."""

import os
import random
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from bench.support.entries import OFFSET, ZONE
from bench.support.machine import cpu_of
from bench.support.serving import Pair
from tests.support.server import Server
from tests.support.visitor import JSON, SAME_ORIGIN

SCRIPT = Path(__file__).with_name("wrk.lua")
WARM_UP = 1  # seconds
MEASURED = 3  # seconds
HOW = f"utime + stime of the process, wrk -c1, {MEASURED} s"


@dataclass(frozen=True, slots=True)
class Sight:
    """A target: a path of a server, headers, and the settings of wrk.lua."""

    server: Server
    path: str
    headers: dict[str, str] = field(default_factory=dict)
    target: str = ""
    person: str = ""
    batch: int = 1


@dataclass(frozen=True, slots=True)
class Told:
    """Requests answered in all and per second (rate); p99 and slowest in ms."""

    requests: int
    rate: float
    p99: float
    slowest: float
    errors: int


def run_wrk(sight: Sight, *, seconds: int, connections: int = 1, may_fail: bool = False) -> Told:
    """Run wrk and return what it measured; an answer that is not 2xx or 3xx raises RuntimeError."""
    headers = [part for pair in sight.headers.items() for part in ("-H", ": ".join(pair))]
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "-s", str(SCRIPT), *headers]
    told = subprocess.run(
        [*command, sight.server.url + sight.path],
        env={**os.environ, **_environ(sight)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    requests, duration, p99, slowest, errors = map(int, told.rpartition("TOLD ")[2].split())
    if (errors and not may_fail) or not requests:
        raise RuntimeError(f"{sight.path}: {errors} errors in {requests} requests\n{told}")
    return Told(requests, requests / (duration / 1e6), p99 / 1e3, slowest / 1e3, errors)


def cpu_per_request(sight: Sight) -> float:
    """Return the CPU in seconds that the server takes for one request of many, one at a time."""
    run_wrk(sight, seconds=WARM_UP)
    before = cpu_of(sight.server)
    told = run_wrk(sight, seconds=MEASURED)
    return (cpu_of(sight.server) - before) / told.requests


def sights(pair: Pair) -> dict[str, Sight]:
    """Return the targets in the app, and their counterparts in the floor."""
    read = {"Cookie": pair.reader.cookie}
    write = {**JSON, **SAME_ORIGIN, "Cookie": pair.writer.cookie}
    return {
        "hello": Sight(pair.floor, "/hello"),
        "list": Sight(pair.floor, "/list"),
        "list br": Sight(pair.floor, "/list", {"Accept-Encoding": "br"}),
        "today": Sight(pair.app, "/", read),
        "today br": Sight(pair.app, "/", {**read, "Accept-Encoding": "br"}),
        "insert": Sight(pair.floor, "/insert", JSON, "insert"),
        "post": Sight(pair.app, "/outbox/", write, "outbox", pair.writer.key),
        "post 100": Sight(pair.app, "/outbox/", write, "outbox", pair.writer.key, 100),
    }


def _environ(sight: Sight) -> dict[str, str]:
    return {
        "TARGET": sight.target,
        "PERSON": sight.person,
        "BATCH": str(sight.batch),
        "SEED": str(random.randrange(2**31)),
        "OFFSET": str(OFFSET),
        "ZONE": ZONE,
    }
