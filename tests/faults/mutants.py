"""Testing the harness itself: it must catch bugs that are put in on purpose."""

import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.faults.altered import copy_app
from tests.faults.bugs import BUGS, Bug
from tests.faults.bugs_of_teams import BUGS_OF_TEAMS
from tests.faults.chaos import run
from tests.faults.report import Report
from tests.support.forks.server import end_forks

SEEDS = tuple(range(1, 10))  # how early somebody leaves a team depends on chance, too
PHONES, ENTRIES, KILLS = 8, 100, 5  # with half of that, some bugs show in every second run only
ALL = (*BUGS, *BUGS_OF_TEAMS)
AT_ONCE = 2  # most of a run is waiting for servers to start


def hunt(bug: Bug) -> Report | None:
    """Return the first report that shows an app with `bug` to be wrong, None when no seed does."""
    with tempfile.TemporaryDirectory(prefix="mutant-") as folder:
        root = copy_app(Path(folder), bug.changes)
        try:
            return _shown(bug, root)
        finally:
            end_forks(root)


def _shown(bug: Bug, root: Path) -> Report | None:
    for seed in SEEDS:
        report = run(seed, phones=PHONES, entries=ENTRIES, kills=KILLS, root=root, until=bug.shows)
        if report.shows(bug.shows):
            return report
    return None


def hunt_all() -> Iterator[tuple[Bug, Report | None]]:
    """Yield every bug with the report that caught it."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        yield from zip(ALL, pool.map(hunt, ALL), strict=True)
