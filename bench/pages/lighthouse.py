"""W3: Lighthouse's scores of the pages, on a phone, signed in, with half a year of data."""

import json
import os
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any

from bench.lives import fill
from bench.support.figures import Figure, note, span
from bench.support.serving import folder
from tests.support.needs import program
from tests.support.processes import ROOT
from tests.support.server import Server
from tests.support.visitor import Visitor, sign_up

PAGES = {
    "Today": "/",
    "Wins": "/wins/",
    "Goals": "/goals/",
    "Insights": "/insights/",
    "Settings": "/settings/",
    "Help": "/help/",
}
ROUNDS, TRIES = 3, 3
WINS, CHECK_INS = 1_000, 250  # half a year
AUDIT = Path(__file__).parents[1] / "audit"
NODE = json.loads((AUDIT / "package.json").read_text())["engines"]["node"].removeprefix(">=")
TARGETS = {"performance": 98, "accessibility": 100, "best practices": 100}  # of 100
HOW = f"Lighthouse's slow phone, simulated, first visit, signed in; median of {ROUNDS}"


@dataclass(frozen=True, slots=True)
class Audit:
    """One run: scores (0 to 100), ms blocked, and the audits that failed; by category."""

    scores: dict[str, float]
    blocked: float
    short: dict[str, list[str]]


def measure() -> list[Figure]:
    """Return the figures; pages take turns, so that load on the machine affects all of them."""
    seen: dict[str, list[Audit]] = {name: [] for name in PAGES}
    with folder() as data, Server(data) as server, sign_up(server.port) as person:
        fill(person, WINS, CHECK_INS)
        _plan(person)
        for number in range(ROUNDS):
            note(f"W3 Lighthouse, round {number + 1} of {ROUNDS}")
            for name, path in PAGES.items():
                seen[name].append(_audit(server.url + path, person))
    return [figure for name, audits in seen.items() for figure in _figures(name, audits)]


def _plan(person: Visitor) -> None:
    """Create an objective, a draft and three active goals, the most a new person may have."""
    objective = _made(person, "/objectives/", name="Faster decisions").rpartition("/")[2]
    due = (datetime.now(UTC) + timedelta(days=10)).date().isoformat()
    plan = {"due": due, "impact": "One meeting less", "objectives": objective}
    marks = {"criteria": "Summary on top\nTwo visuals\nA recommended next step"}
    weekly = {"cadence": "weekly", "weekdays": "4", "time_of_day": "17:00"}
    _made(person, "/goals/", statement="Write down how a release goes")
    for statement, more in (
        ("Send 1 page on the migration", marks),
        ("Hear what customers say", {"target": "5", "unit": "interviews"}),
        ("A one-page update", marks | weekly),
    ):
        goal = _made(person, "/goals/", statement=statement, **plan, **more)
        _made(person, f"{goal}/activation")


def _made(person: Visitor, path: str, **form: str) -> str:
    """Send a form; return the path that the answer leads to."""
    return person.post(path, **form).checked().path


def _audit(url: str, person: Visitor) -> Audit:
    # On a busy machine a run can fail, without a trace or by its time limit.
    for _ in range(TRIES):
        found = _run(url, person.cookie.partition("=")[2])
        if not found["trouble"] and found["seen"] == [url]:
            return Audit(found["scores"], found["blocked"], found["short"])
        note(f"W3 once more, {found['seen']}: {found['trouble']}")
    raise RuntimeError(f"Lighthouse cannot judge {url}")


def _run(url: str, session: str) -> dict[str, Any]:
    words = (AUDIT / "audit.mjs", program("chromium"), url, session)
    ran = subprocess.run(
        ["sh", "tools/with-node.sh", "node", *words],
        cwd=ROOT,
        env={**os.environ, "NODE_AT_LEAST": NODE},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


def _figures(name: str, audits: list[Audit]) -> list[Figure]:
    blocked = [audit.blocked for audit in audits]
    how = f"{HOW}; {span(blocked)}"
    return [
        *(_score(name, category, audits) for category in TARGETS),
        Figure(f"W3 {name}, main thread blocked (TBT)", median(blocked), "ms", how, 0),
    ]


def _score(name: str, category: str, audits: list[Audit]) -> Figure:
    scores = [audit.scores[category] for audit in audits]
    how = f"{HOW}; {span(scores)}"
    if short := sorted({audit for one in audits for audit in one.short[category]}):
        how += f"; short: {', '.join(short)}"
    target = TARGETS[category]
    return Figure(f"W3 {name}, {category}", median(scores), "", how, target, at_least=True)
