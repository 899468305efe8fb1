"""Print how often the rules of the insights are wrong: `python -m bench.rates [lives]`.

The figures are in docs/insights.md. The seeds are fixed, so that they are reproducible; all of
them take about two minutes.
"""

import sys
from collections.abc import Iterator
from itertools import product

from tests.support import rates
from tests.support.lives import Life

Rate = tuple[str, float]


def main() -> None:
    """Print one line per rate."""
    lives = int(sys.argv[1]) if len(sys.argv) > 1 else 4000
    for part in (
        one_look,
        many_looks,
        what_is_found,
        usual,
        shares,
        waits,
        periods,
        areas,
        not_rising,
    ):
        for name, rate in part(lives):
            print(f"{name:<72} {rate:6.1%}", flush=True)


def one_look(lives: int) -> Iterator[Rate]:
    """Yield how often a trend is claimed where nothing changes, looked at once."""
    for (noise, life), weeks in product(rates.NOISES.items(), range(4, 13)):
        for way, rate in rates.told_at(weeks, life, lives, seed=weeks).items():
            yield f"no change, {noise} noise, {weeks} weeks: told {way}", rate


def many_looks(lives: int) -> Iterator[Rate]:
    """Yield how often one is claimed where nothing changes, looked at weekly for half a year."""
    moods = {f"moods stay {memory}": Life(memory=memory) for memory in (0.3, 0.6)}
    for (name, life), looks in product({**rates.NOISES, **moods}.items(), (1, 2)):
        rate = rates.ever_told_rising(life, lives // 2, 2, in_a_row=looks)
        yield f"no change, {name}, half a year: ever told rising, {looks} in a row", rate
    rate = rates.ever_told_if_running_weeks_counted(rates.NULL, lives // 4, 2)
    yield "no change, half a year: ever, if running weeks counted", rate


def what_is_found(lives: int) -> Iterator[Rate]:
    """Yield how often a real rise is found."""
    plans = ((6, "little"), (6, "usual"), (6, "much"), (12, "usual"))
    for rise, (weeks, noise) in product((1, 2, 4), plans):
        of = rates.NOISES[noise]
        life = Life(rise=rise, over=weeks, level=4, of_week=of.of_week, of_day=of.of_day)
        rate = rates.told_at(weeks, life, lives // 2, seed=3)["rising"]  # type: ignore[index]
        yield f"+{rise} over {weeks} weeks, {noise} noise: told rising", rate


def usual(lives: int) -> Iterator[Rate]:
    """Yield how often the next answer is outside of what is usual though nothing changes."""
    for (noise, life), weeks in product(rates.NOISES.items(), (4, 8, 12)):
        below, above = rates.outside_usual(weeks, life, lives, seed=9)
        yield f"no change, {noise} noise, {weeks} weeks: next answer below the usual", below
        yield f"no change, {noise} noise, {weeks} weeks: next answer above the usual", above


def shares(lives: int) -> Iterator[Rate]:
    """Yield how often equal windows of goals differ, and how often a range holds the true share."""
    for goals, share in product((8, 20), (0.5, 0.75)):
        rate = rates.windows_differ(goals, share, lives, 4)
        yield f"two windows of {goals} goals, both {share:.0%}: said to differ", rate
        yield (
            f"80 % range of {goals} goals: holds {share:.0%}",
            rates.range_holds(goals, share, lives, 5),
        )


def waits(lives: int) -> Iterator[Rate]:
    """Yield how often decisions are called slower: unchanged ones, and three times as slow."""
    for each, times in product((4, 10), (1, 3)):
        rate = rates.waits_differ(each, times, lives, 6)
        yield f"{each} decisions each, the later take {times}x: said to differ", rate


def periods(lives: int) -> Iterator[Rate]:
    """Yield how often quality is said to shift: unchanged, and two defects instead of five."""
    for each, times in product((4, 8), (1, 0.4)):
        rate = rates.quality_shifts(each, times, lives, 7)
        yield f"{each} weeks each, then {times}x as many bad ones: shift stated", rate


def areas(lives: int) -> Iterator[Rate]:
    """Yield how often wins are said to cluster: spread evenly, and more in the first area."""
    for (count, share), wins in product(((3, 1 / 3), (4, 0.25), (3, 0.5), (3, 0.7)), (12, 30)):
        rate = rates.clusters(wins, count, share, lives, 8)
        yield f"{wins} wins, {count} areas, {share:.0%} in the first: said to cluster", rate


def not_rising(lives: int) -> Iterator[Rate]:
    """Yield how often "not rising" is found with enough wins: flat, rising slowly, rising."""
    for weeks, rise in ((10, 0), (10, 2), (6, 4)):
        rate = rates.asked_why(weeks, Life(rise=rise, over=weeks, level=4), lives // 2, 9)
        yield f"+{rise} over {weeks} weeks: said not to rise", rate


if __name__ == "__main__":
    main()
