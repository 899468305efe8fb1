"""A server just before it stores one batch, to be set up again as often as needed."""

import random
import shutil
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path
from typing import Any

from tests.faults.model import Entry, Story
from tests.support.forks.server import ForkedServer
from tests.support.processes import ROOT
from tests.support.server import Server
from tests.support.visitor import Received, Visitor, sign_up

PAGE = 4096 + 24  # bytes of a page in the log that SQLite writes ahead
NEARLY_FULL = 986  # pages; at 1,000 it is carried over into the database file
DATABASE = "smallwins.db"


@dataclass
class Scene:
    """The app in `root` on a data folder, and what its person has sent; `batch` comes next."""

    root: Path
    folder: Path
    visitor: Visitor
    before: list[Entry]
    batch: list[Entry]
    start: int = field(default_factory=lambda: int(time.time() * 1000))

    @contextmanager
    def again(self, folder: Path) -> Iterator[Server]:
        """Yield a server on a copy of the data in `folder`, after it loaded all that it needs."""
        shutil.copytree(self.folder, folder)
        with ForkedServer(folder, root=self.root) as server:
            with self.visitor.at(server.port) as visitor:
                visitor.get().checked()
            yield server

    def sends_batch(self, server: Server) -> tuple[int, set[str]]:
        """Post the batch; return the status (0: no answer) and the ids that were acknowledged."""
        try:
            with self.visitor.at(server.port) as visitor:
                answer = visitor.delivers(self.batch)
        except (OSError, HTTPException):
            return 0, set()
        return answer.status, _acknowledged(answer) if answer.status == 200 else set()

    def story(self, *, stored: bool) -> Story:
        """Return what has to be stored: with the batch, or without."""
        entries = [*self.before, *(self.batch if stored else ())]
        return Story({entry["id"]: entry for entry in entries}, start=self.start)


def set_up(folder: Path, root: Path = ROOT) -> Scene:
    """Store a person with a goal and wins, and a log so full that the next batch empties it."""
    rng = random.Random(1)
    with ForkedServer(folder, root=root) as server, sign_up(server.port) as visitor:
        before = [_tap(rng, n) for n in range(20)]
        visitor.delivers(before).checked()
        goal = _active_goal(visitor)
        review = visitor.post("/reviews/").checked().path.split("/")[-2]
        log = folder / f"{DATABASE}-wal"
        while log.stat().st_size < NEARLY_FULL * PAGE:
            before.append(_entry(rng, "defer_check_in", len(before)))
            visitor.delivers(before[-1:]).checked()
    return Scene(root, folder, visitor, before, _batch(rng, before, goal, review))


def _active_goal(visitor: Visitor) -> str:
    """Make an active goal with one criterion; return its id."""
    plan = {"statement": "Send 1 page", "criteria": "Seen", "due": "2100-01-01"}
    made = visitor.post("/goals/", **plan, no_objective="on").checked().path
    visitor.post(f"{made}/activation").checked()
    return made.rpartition("/")[2]


def _acknowledged(answer: Received) -> set[str]:
    return {one for one, verdict in answer.verdicts.items() if verdict in ("stored", "seen")}


def _batch(rng: random.Random, before: list[Entry], goal: str, review: str) -> list[Entry]:
    # Every kind of entry, of new things and of old ones, and some that overtake.
    first = len(before)
    taps = [_tap(rng, first + n) for n in range(12)]
    rating = _entry(rng, "check_in", first + 12, rating=7)
    late = _tap(rng, first + 13)
    more = [
        _edit(rng, taps[0], first + 14),
        _edit(rng, before[0], first + 15),
        _entry(rng, "edit_check_in", first + 16, target=rating["id"], note="A note"),
        _entry(rng, "undo", first + 17, target=before[1]["id"]),
        _entry(rng, "undo", first + 18, target=taps[1]["id"]),
        _entry(rng, "defer_check_in", first + 19),
    ]
    asked = _entry(rng, "open_decision", first + 21, what="Which?", importance="routine")
    decided = _entry(rng, "decide", first + 22, target=asked["id"], outcome="That one")
    again = _entry(rng, "reopen_decision", first + 23, target=asked["id"])
    more += [decided, asked, again, _entry(rng, "undo", first + 24, target=again["id"])]
    seen = int(time.time() * 1000)  # the goal is stored by then
    more += [
        _entry(rng, "tick_criterion", first + 25, target=goal, criterion=1, done=True),
        _entry(rng, "meet_goal", first + 26, target=goal, since=seen),
        _entry(rng, "add_line", first + 27, review=review, step="next", what="A line"),
    ]
    return [_edit(rng, late, first + 20), *taps, rating, *more, late]


def _tap(rng: random.Random, seq: int) -> Entry:
    return _entry(rng, "log_win", seq, what=f"Win {seq}", kind="quick")


def _edit(rng: random.Random, win: Entry, seq: int) -> Entry:
    return _entry(rng, "edit_win", seq, target=win["id"], what=f"Other words {seq}")


def _entry(rng: random.Random, verb: str, seq: int, **fields: Any) -> Entry:
    at = int(time.time() * 1000) - 3_600_000 + seq
    made = {"at": at, "offset": 0, "zone": "UTC"}
    entry_id = str(uuid.UUID(int=rng.getrandbits(128)))
    return {"v": 1, "id": entry_id, "seq": seq, "verb": verb, "fields": fields, **made}
