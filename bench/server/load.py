"""S8: requests per second of one process with 8 connections, as a share of the floor's."""

from collections import defaultdict
from statistics import median

from bench.support.figures import Figure, note, span
from bench.support.serving import both_running
from bench.support.wrk import Told, run_wrk, sights

ROUNDS = 7
SECONDS = 3
CONNECTIONS = 8
ASKED = ("list br", "today br", "insert", "post")
HOW = f"wrk, {CONNECTIONS} connections, {SECONDS} s, median of {ROUNDS} rounds in turn"

Rounds = dict[str, list[Told]]


def measure() -> list[Figure]:
    """Return the shares, each computed within one round: load on the machine affects both."""
    seen: Rounds = defaultdict(list)
    with both_running() as pair:
        every = sights(pair)
        for number in range(ROUNDS):
            note(f"S8 load, round {number + 1} of {ROUNDS}")
            for name in ASKED:
                told = run_wrk(every[name], seconds=SECONDS, connections=CONNECTIONS)
                seen[name].append(told)
    slowest = [told.p99 for told in seen["post"]]
    return [
        _share("S8 Today, share of the floor's list", seen, "today br", "list br", 0.55),
        _share("S8 one win, share of the floor's insert", seen, "post", "insert", 0.65),
        Figure("S8 one win, p99", median(slowest), "ms", f"{HOW}; {span(slowest)}", 40),
    ]


def _share(name: str, seen: Rounds, ours: str, floor: str, target: float) -> Figure:
    rates = [(told.rate, bare.rate) for told, bare in zip(seen[ours], seen[floor], strict=True)]
    shares = [rate / bare for rate, bare in rates]
    mine, bare = (median(column) for column in zip(*rates, strict=True))
    how = f"{HOW}; {span(shares)}; {mine:.0f} beside {bare:.0f} requests/s"
    return Figure(name, median(shares), "", how, target, at_least=True)
