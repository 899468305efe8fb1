"""`python -m bench`: measure everything and write docs/benchmarks.md.

With names (`python -m bench tap load`) only those parts are measured and nothing is written;
`python -m bench profile` shows where the time of a request goes.
"""

import os
import sys

from bench.pages import board, cpu, doors, history, lighthouse, profile, worst
from bench.phone import arrival, backlog, opening, tap
from bench.server import apart, load, memory, processes, reminders, room
from bench.storage import backup, writers
from bench.support import report
from bench.support.figures import Figure

PARTS = {
    "tap": tap.measure,
    "arrival": arrival.measure,
    "backlog": backlog.measure,
    "opening": opening.measure,
    "lighthouse": lighthouse.measure,
    "cpu": cpu.measure,
    "load": load.measure,
    "history": history.measure,
    "board": board.measure,
    "worst": worst.measure,
    "memory": memory.measure,
    "writers": writers.measure,
    "backup": backup.measure,
    "doors": doors.measure,
    "processes": processes.measure,
    "room": room.measure,
    "reminders": reminders.measure,
    "apart": apart.measure,
}


def main(names: list[str]) -> int:
    """Measure the named parts, or all; return the exit status, 2 for an unknown name."""
    os.environ["SMALLWINS_ENTRIES_PER_MINUTE"] = "1000000000"  # one writer sends as much as it can
    if names == ["profile"]:
        profile.main()
        return 0
    if unknown := set(names) - set(PARTS):
        print(f"No such part: {', '.join(unknown)}. There are: {', '.join(PARTS)}, profile.")
        return 2
    figures: list[Figure] = []
    busy = []
    for name in names or PARTS:
        busy.append(os.getloadavg()[0])
        found = PARTS[name]()
        report.show(found)  # and written after each part: a later one may fail
        figures += found
        if not names:
            report.write(figures, busy)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
