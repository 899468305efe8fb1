"""`python -m tests.faults`: the long forms, for as many seeds as there is time for."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator

from tests.faults.calls import play
from tests.faults.chaos import run
from tests.faults.mutants import hunt_all
from tests.faults.report import Report
from tests.support.postgres import Postgres

SHOWN = 20  # findings of one run


def main() -> int:
    """Do what was asked for; return 1 when something was wrong."""
    asked = _asked()
    wrong = 0
    for says, is_wrong in asked.form(asked):
        sys.stdout.write(f"{says}\n")
        sys.stdout.flush()
        wrong += is_wrong
    return 1 if wrong else 0


def _chaos(asked: argparse.Namespace) -> Iterator[tuple[str, bool]]:
    entries = kills = 0
    for seed in range(asked.seed, asked.seed + asked.seeds):
        report = _run(seed, asked)
        yield "\n  ".join(map(str, [report, *report.findings[:SHOWN]])), bool(report.findings)
        entries, kills = entries + report.entries, kills + report.kills
    yield f"{asked.seeds} seeds, {entries} entries, {kills} kills", False


def _run(seed: int, asked: argparse.Namespace) -> Report:
    size = {"phones": asked.phones, "entries": asked.entries, "kills": asked.kills}
    if asked.engine == "sqlite":
        return run(seed, **size)
    with Postgres() as postgres:
        return run(seed, address=postgres.new_database(), **size)


def _calls(asked: argparse.Namespace) -> Iterator[tuple[str, bool]]:
    counts: Counter[str] = Counter()
    for outcome in play(asked.every):
        counts[f"{outcome.point.fault} {outcome.status or 'no answer'}"] += 1
        if outcome.findings or not outcome.reached:
            yield str(outcome), True
    yield f"{counts.total()} points: {dict(counts)}", False


def _mutants(asked: argparse.Namespace) -> Iterator[tuple[str, bool]]:
    for bug, report in hunt_all():
        yield f"{bug.name}: {report or 'NOT CAUGHT'}", report is None


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--calls", dest="form", action="store_const", const=_calls)
    form.add_argument("--mutants", dest="form", action="store_const", const=_mutants)
    parser.add_argument("--every", type=int, default=1, help="so many-th call, with --calls")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seeds", type=int, default=1, help="how many, one after another")
    parser.add_argument("--phones", type=int, default=10)
    parser.add_argument("--entries", type=int, default=200, help="on each phone")
    parser.add_argument("--kills", type=int, help="of the server; else one for every 8 entries")
    parser.add_argument("--engine", choices=["sqlite", "postgresql"], default="sqlite")
    parser.set_defaults(form=_chaos)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
