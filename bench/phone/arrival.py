"""T3: the time from a tap to its row on the server."""

from statistics import median

from bench.phone.lookout import EVERY, Lookout
from bench.phone.phones import ROUND_TRIP, Lab, open_lab
from bench.phone.tap import tap, watched
from bench.support.figures import Figure, note, percentile

TAPS = 41  # the first is the warm-up
TARGETS = {"normal": 60, "slow 3G": ROUND_TRIP + 60}


def measure() -> list[Figure]:
    """Return the figures of a good and of a slow line."""
    with open_lab() as lab:
        return [figure for line in TARGETS for figure in _line(lab, line)]


def _line(lab: Lab, line: str) -> list[Figure]:
    note(f"T3 {TAPS} taps, {line}")
    took = []
    with watched(lab, line) as phone, Lookout(lab.database) as lookout:
        for _ in range(TAPS):
            row = tap(phone)
            took.append(lookout.sees([row.id.removeprefix("win-")]) - row.tapped)
    took = took[1:]
    every = f"{EVERY * 1000:.0f} ms"
    how = (
        f"finger up to the row in SQLite, looked up every {every}; {len(took)} taps, one at a time"
    )
    return [
        Figure(f"T3 tap to server, {line}, p50", median(took), "ms", how, TARGETS[line]),
        Figure(f"T3 tap to server, {line}, p95", percentile(took, 0.95), "ms", how),
    ]
