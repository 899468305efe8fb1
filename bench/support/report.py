"""Write the figures to the terminal, to build/bench.json and to docs/benchmarks.md."""

import json
import os
import platform
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from bench.support.figures import Figure, span, told

ROOT = Path(__file__).parents[2]
HEAD = """# Benchmarks

Written by `make bench`. T is what a person waits for, on a real Chromium with a phone's screen;
W is what Lighthouse says of a page; S is what the server spends. Ratios and shares are against a
floor measured in the same run: a bare Flask app with a bare Peewee model on the same server,
threads and SQLite settings ([bench/support/floor.py](../bench/support/floor.py)), and for the tap
a bare page that writes once and draws a row.

How far to trust them: browser, proxy, server and load generator share this machine's cores, so
each disturbs the others, and any other load makes a figure worse or, if it slowed the floor,
better. Between runs under other load p50 of the tap varied by a tenth and its p95 by a half.
Shares of single rounds (S8) ranged from 0.4 to 1.9, probably because the floor's insert has no
write lock, so that concurrent writers wait long: trust the median, and the CPU ratios (S1) more.
The load below shows whether the machine was quiet; the bench itself is part of it after the first
figure. Compare lines of one run, never two machines. Speed is never a test.

How it is simulated: a tap is a touch; Chromium delays other work by a frame after one, so a click
of a mouse is quicker. Slow 3G delays each piece of up to 16 kB by 200 ms, one after the other,
and costs no round trip to connect. Offline is a server at which nobody listens. Slowed slows the
page, not its workers, unless it says so. Lighthouse times a page here and computes from that what
a slow phone on a slow line would take: each task four times as long, all beyond 50 ms of it
blocked time. Time that other processes took from a task counts four times, too, so that on a busy
machine only its other scores are meaningful. Its accessibility is judged on a screen that shows
the whole page: a row that is half behind the tab bar would count as too small, though it scrolls.

Commit {commit}, {date}: {cores} cores, Python {python}, load {busy} before the parts.

| Figure | To reach | Measured | How |
|---|---|---|---|
"""


def show(figures: list[Figure]) -> None:
    """Print a table; a figure that misses its target is marked."""
    width = max(len(figure.name) for figure in figures)
    for figure in figures:
        mark = " " if figure.reached else "!"
        value = told(figure.value, figure.unit)
        print(f"{mark} {figure.name:{width}}  {value:>10}  {figure.wanted}")


def write(figures: list[Figure], busy: list[float]) -> None:
    """Write both files; `busy` is the load average before each part."""
    kept = {f.name: {"value": f.value, "unit": f.unit, "how": f.how} for f in figures}
    file = ROOT / "build" / "bench.json"
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(kept, indent=2, ensure_ascii=False) + "\n")
    head = HEAD.format(
        commit=_commit(),
        date=datetime.now(UTC).date().isoformat(),
        cores=os.cpu_count(),
        python=platform.python_version(),
        busy=span(busy),
    )
    (ROOT / "docs" / "benchmarks.md").write_text(head + "".join(map(_row, figures)))


def _row(figure: Figure) -> str:
    value = told(figure.value, figure.unit)
    measured = value if figure.reached else f"**{value}** (short)"
    return f"| {figure.name} | {figure.wanted} | {measured} | {figure.how} |\n"


def _commit() -> str:
    changed = _git("status", "--porcelain", "--", ".", ":!docs/benchmarks.md")
    return _git("rev-parse", "--short", "HEAD") + (" with changes" if changed else "")


def _git(*words: str) -> str:
    command = ["git", "--no-optional-locks", *words]  # without locks it changes nothing
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return told.stdout.strip()
