"""F6: the longest that a writer waits while the database is copied, at 500 writes a second."""

from statistics import median

from bench.support.figures import Figure, note, span
from bench.support.serving import folder
from tests.support.busy import PROCESSES, SECONDS, THREADS, backup_under_writes

ROUNDS = 5
HOW = (
    f"{PROCESSES} processes of {THREADS} threads write for {SECONDS:.0f} s while `backup` runs"
    f" again and again; median of {ROUNDS} rounds of the slowest write"
)


def measure() -> list[Figure]:
    """Return the longest write, with backups and without: the machine has pauses of its own."""
    seen: dict[bool, list[float]] = {True: [], False: []}
    for number in range(ROUNDS):
        note(f"F6 backup, round {number + 1} of {ROUNDS}")
        for copied, longest in seen.items():
            with folder() as data:
                longest.append(backup_under_writes(data, copied=copied).longest)
    how = f"{HOW}; {span(seen[True])}; without backups {median(seen[False]):.0f} ms"
    return [Figure("F6 longest write during a backup", median(seen[True]), "ms", how, 100)]
