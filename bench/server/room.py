"""S10: 30 phones follow one review on one process: its CPU, and how soon each sees a change.

A question that comes alone, 50 ms after the last, costs more than one of many: caches are cold.
"""

import re
import time
from dataclasses import dataclass, field

from bench.support.figures import Figure, note, percentile, span
from bench.support.machine import cpu_of
from bench.support.serving import folder
from bench.support.wrk import HOW as REQUESTED
from bench.support.wrk import Sight, cpu_per_request
from tests.support.server import Server
from tests.support.visitor import Visitor, sign_up

PHONES = 30
SECONDS = 60
EVERY = 1.5  # seconds; static/js/page/reviews/pace.js
CHANGES = 10  # seconds from one change to the next
REV = re.compile(r'data-rev="(\d+)"\s+data-changes')
HOW = f"{PHONES} phones ask every {EVERY} s, a line each {CHANGES} s, {SECONDS} s"
ROUNDS = 3


@dataclass
class Phone:
    """One that follows; due: when it asks next, in seconds of time.monotonic."""

    visitor: Visitor
    due: float
    rev: str = ""
    late: list[float] = field(default_factory=list)


def measure() -> list[Figure]:
    """Return the share of a core, the CPU of a question without news, and the latest sight."""
    note("S10 thirty phones in one review")
    with folder() as data, Server(data) as server, sign_up(server.port, "Ana") as ana:
        room = _room(ana)
        phones = [Phone(ana.at(server.port), 0) for _ in range(PHONES)]
        quiet, asked = _followed(server, phones, room, changes=False)
        sight = _question(server, phones[0], room)
        question = min(cpu_per_request(sight) for _ in range(ROUNDS))
        busy, _ = _followed(server, phones, room, changes=True)
    late = [one for phone in phones for one in phone.late]
    again = f"{REQUESTED}, least of {ROUNDS} rounds"
    return [
        Figure("S10 of a core, nothing new", 100 * quiet / SECONDS, "%", HOW, 5),
        Figure("S10 of a core, with changes", 100 * busy / SECONDS, "%", HOW, 5),
        Figure("S10 CPU of a question without news", 1000 * question, "ms", again, 1),
        Figure("S10 the same, asked 20 times a second", 1000 * quiet / asked, "ms", HOW),
        Figure("S10 a change is seen", percentile(late, 1), "s", f"{HOW}; {span(late)}", 2),
    ]


def _room(ana: Visitor) -> str:
    team = "/".join(ana.post("/teams/", name="Platform").checked().path.split("/")[:3])
    return ana.post(f"{team}/reviews/").checked().path.removesuffix("/edit")


def _followed(
    server: Server, phones: list[Phone], room: str, *, changes: bool
) -> tuple[float, int]:
    """Return the CPU in seconds, and how often phones asked."""
    start = time.monotonic()
    for number, phone in enumerate(phones):
        phone.rev, phone.due = "", start + number * EVERY / PHONES
        _ask(phone, room, start)
    before, asked, changed = cpu_of(server), 0, start
    while (now := time.monotonic()) < start + SECONDS:
        if changes and now > changed + CHANGES:
            phones[0].visitor.post(f"{room}/lines/", step="progress", what=f"Line {now}").checked()
            changed = time.monotonic()
        phone = min(phones, key=lambda one: one.due)
        time.sleep(max(0.0, min(phone.due - time.monotonic(), 0.05)))
        if phone.due <= time.monotonic():
            asked += 1
            _ask(phone, room, changed)
            phone.due += EVERY
    return cpu_of(server) - before, asked


def _question(server: Server, phone: Phone, room: str) -> Sight:
    """Return the question of a phone that has seen everything; RuntimeError if there is news."""
    known = f'"{phone.rev}"'
    if (status := phone.visitor.get(f"{room}/changes", If_None_Match=known).status) != 304:
        raise RuntimeError(f"a question without news is answered with {status}")
    headers = {"Cookie": phone.visitor.cookie, "If-None-Match": known}
    return Sight(server, f"{room}/changes", headers)


def _ask(phone: Phone, room: str, changed: float) -> None:
    answer = phone.visitor.get(f"{room}/changes", If_None_Match=f'"{phone.rev}"')
    if answer.status == 200:
        if phone.rev:
            phone.late.append(time.monotonic() - changed)
        found = REV.search(answer.checked().text)
        phone.rev = found[1] if found else ""
