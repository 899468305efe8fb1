"""S1: CPU time of one request, compared with the floor's."""

from collections import defaultdict

from bench.support.entries import ROWS, rows_in
from bench.support.figures import Figure, note, span
from bench.support.serving import Pair, both_running
from bench.support.wrk import HOW, cpu_per_request, sights

ROUNDS = 5

Spent = dict[str, list[float]]  # µs of one request, by round


def measure() -> list[Figure]:
    """Return the figures; the fastest round counts, since other load only adds time."""
    spent: Spent = defaultdict(list)
    with both_running() as pair:
        _check_rows(pair)
        for number in range(ROUNDS):
            note(f"S1 CPU, round {number + 1} of {ROUNDS}")
            for name, sight in sights(pair).items():
                spent[name].append(1e6 * cpu_per_request(sight))
        _check_rows(pair)
    return _figures(spent)


def _figures(spent: Spent) -> list[Figure]:
    least = {name: min(all_spent) for name, all_spent in spent.items()}
    further = (least["post 100"] - least["post"]) / 99
    batch = f"(batch of 100, {least['post 100']:.0f} µs, less batch of 1) / 99"
    return [
        _ratio("S1 one win / bare insert", spent, "post", "insert", 2.0),
        _ratio("S1 Today / bare list of 30, both br", spent, "today br", "list br", 2.0),
        _ratio("S1 Today / bare list of 30, not compressed", spent, "today", "list"),
        Figure("S1 each further entry of a batch", further, "µs", batch, 400),
        Figure("S1 bare hello, for scale", least["hello"], "µs", "the floor's /hello, as above"),
    ]


def _ratio(name: str, spent: Spent, ours: str, floor: str, target: float | None = None) -> Figure:
    least = min(spent[ours]), min(spent[floor])
    ratios = [one / other for one, other in zip(spent[ours], spent[floor], strict=True)]
    how = f"{HOW}, least of {ROUNDS} rounds in turn"
    told = f"{how}: {least[0]:.0f} µs / {least[1]:.0f} µs; by round {span(ratios)}"
    return Figure(name, least[0] / least[1], "x", told, target)


def _check_rows(pair: Pair) -> None:
    # After midnight Today is empty, which would look fast.
    floor = pair.reader.at(pair.floor.port)
    for page in pair.reader.get("/").text, floor.get("/list").text:
        if rows_in(page) != ROWS:
            raise RuntimeError(f"a page lists {rows_in(page)} rows and not {ROWS}")
