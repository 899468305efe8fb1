"""S7: 10,000 reminders that are due at the same minute, sent by two workers on PostgreSQL."""

import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.support.figures import Figure, note
from bench.support.machine import pss_of
from bench.support.reminded import KEYS, move_due, remind
from bench.support.serving import folder
from tests.support.postgres import Postgres
from tests.support.processes import ROOT, die_with_parent
from tests.support.push.browsers import PushBrowser
from tests.support.push.loopback import Arrived, Loopback, loopback
from webapp.rules.reminders.kinds import State
from webapp.storage.reminders.prompts import Prompt
from webapp.storage.upkeep.opening import open_while

PEOPLE = 10_000
MINUTE = 60_000  # ms
LEAD = 20  # seconds that workers have to start before the minute
LONGEST = 180  # seconds after which it is given up
KILLED_AFTER = 2_000  # that have arrived
LOOK = 0.05  # seconds
WEB = "web"  # the folder of a web server's data
HOW = f"{PEOPLE:,} people with a phone, 2 workers, PostgreSQL, push service on loopback over TLS"


@dataclass
class Scene:
    """A database with people whose reminder is due, and the service that it is sent to."""

    url: str
    data: Path
    service: Loopback
    browsers: list[PushBrowser]


def measure() -> list[Figure]:
    """Return how long all took, what a killed worker held, and a worker's memory."""
    with scene(PEOPLE) as ready:
        return [*_all(ready), *_killed(ready)]


@contextmanager
def scene(people: int, *, in_file: bool = False) -> Iterator[Scene]:
    """Store so many people, in PostgreSQL or a file, and run what they are pushed by."""
    with ExitStack() as stack:
        data = stack.enter_context(folder())
        service = stack.enter_context(loopback(data))
        url = _in_file(data) if in_file else stack.enter_context(Postgres()).new_database()
        stack.enter_context(open_while(url))
        note(f"S7 storing {people:,} people")
        yield Scene(url, data, service, remind(people, _now() + 24 * 60 * MINUTE))


def _in_file(data: Path) -> str:
    (data / WEB).mkdir(mode=0o700)
    return f"sqlite:///{data / WEB / 'smallwins.db'}"


def _all(scene: Scene) -> list[Figure]:
    note("S7 two workers")
    with workers(scene, "one", "other") as both:
        due = make_due(scene)
        wait_until(lambda: _arrived(scene) >= PEOPLE)
        took = (_now() - due) / 1000
        wait_until(all_stored)
        memory = pss_of(both[0].pid)
    _check_readable(scene)
    return [
        Figure("S7 all sent after", took, "s", f"{HOW}; from the minute that is due", 60),
        Figure("S7 sent twice", len(scene.service.arrived) - PEOPLE, "", HOW, 0),
        Figure("S5 memory of a worker after them", memory, "MiB", "PSS beside another worker"),
    ]


def _killed(scene: Scene) -> list[Figure]:
    note("S7 one of two workers is killed")
    scene.service.arrived.clear()
    with workers(scene, "one", "other") as both:
        make_due(scene)
        wait_until(lambda: _arrived(scene) >= KILLED_AFTER)
        both[0].kill()
        ended = _now()
        wait_until(all_stored)
        took = (_now() - ended) / 1000
    sent = Counter(one.path for one in scene.service.arrived)
    how = f"SIGKILL after {KILLED_AFTER:,} of them; until all were sent and stored"
    return [
        Figure("S7 after the end of a killed worker", took, "s", how, 60),
        Figure("S7 dropped then", PEOPLE - len(sent), "", how, 0),
        Figure("S7 sent to one phone then, at most", max(sent.values()), "times", how, 2),
    ]


@contextmanager
def workers(scene: Scene, *names: str, **environ: str) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Run workers, each with a data folder of this name."""
    command = [sys.executable, "-m", "bench.support.reminding", str(scene.service.port)]
    started = [
        subprocess.Popen(
            [*command, str(scene.data / "service.pem")],
            cwd=ROOT,
            env={
                **os.environ,
                **environ,
                "DATABASE_URL": scene.url,
                "SMALLWINS_DATA": str(scene.data / name),
            },
            stdout=subprocess.DEVNULL,
            preexec_fn=die_with_parent,
        )
        for name in names
    ]
    try:
        yield started
    finally:
        for one in started:
            one.terminate()
            one.wait()


def make_due(scene: Scene) -> int:
    """Let all be due at a full minute that comes soon, and return it."""
    scene.service.arrived.clear()
    due = ((_now() + LEAD * 1000) // MINUTE + 1) * MINUTE
    move_due(due)
    return due


def _arrived(scene: Scene) -> int:
    seen: set[str] = {one.path for one in list(scene.service.arrived)}
    return len(seen)


def all_stored() -> bool:
    """Return whether every prompt is stored as sent."""
    return not Prompt.select().where(Prompt.state != State.SENT).exists()


def _check_readable(scene: Scene) -> None:
    """Raise when a phone could not read what was sent to it."""
    some: list[Arrived] = scene.service.arrived[::100]
    for one in some:
        browser = scene.browsers[int(one.path.rpartition("/")[2]) % KEYS]
        assert browser.read(one.body)["notification"]["title"]


def wait_until(holds: Callable[[], bool]) -> None:
    """Return when it holds; RuntimeError if that takes too long."""
    ends = time.monotonic() + LONGEST
    while not holds():
        if time.monotonic() > ends:
            raise RuntimeError("Not all reminders were sent. See the lines of the log above.")
        time.sleep(LOOK)


def _now() -> int:
    return time.time_ns() // 1_000_000
