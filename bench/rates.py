"""Prints how often the rules of the insights err: `python -m bench.rates [lives]`.

The figures stand in docs/insights.md; they are seeded, so that they come out the same.
"""

import sys

from tests.lives import Life
from tests.rules import rates


def main() -> None:
    """Print a line for each rate."""
    lives = int(sys.argv[1]) if len(sys.argv) > 1 else 4000
    for name, share in [*trend(lives), *others(lives)]:
        print(f"{name:<75} {share:6.1%}", flush=True)


def trend(lives: int):  # type: ignore[no-untyped-def]
    """The trend gate: one look, looks every week, and what it finds."""
    for noise, life in rates.NOISES.items():
        for weeks in range(4, 13):
            for way, share in rates.told_at(weeks, life, lives, seed=weeks).items():
                yield f"no change, {noise} noise, {weeks} weeks, told {way}", share
        yield (
            f"no change, {noise} noise, every week, ever rising",
            rates.ever_told_rising(life, lives // 2, 2),
        )
    for memory in (0.3, 0.6):
        life = Life(memory=memory)
        yield (
            f"no change, moods stay {memory}, every week, ever rising",
            rates.ever_told_rising(life, lives // 2, 2),
        )
    early = rates.ever_told_if_running_weeks_counted(rates.NULL, lives // 4, 2)
    yield "no change, if running weeks counted, every check-in, ever rising", early
    for rise in (1, 2, 4):
        for weeks, noise in ((6, "little"), (6, "usual"), (6, "much"), (12, "usual")):
            of = rates.NOISES[noise]
            life = Life(rise=rise, over=weeks, level=4, of_week=of.of_week, of_day=of.of_day)
            share = rates.told_at(weeks, life, lives // 2, seed=3)["rising"]
            yield f"+{rise} over {weeks} weeks, {noise} noise, told rising", share


def others(lives: int):  # type: ignore[no-untyped-def]
    """The other rules: first without a difference, then with one."""
    for goals in (8, 20):
        for share in (0.5, 0.75):
            yield (
                f"windows of {goals} goals, both {share:.0%}: differ",
                rates.windows_differ(goals, share, lives, 4),
            )
            yield (
                f"80 % range of {goals} goals holds {share:.0%}",
                rates.range_holds(goals, share, lives, 5),
            )
    for decisions in (4, 10):
        for times in (1, 3):
            share = rates.waits_differ(decisions, times, lives, 6)
            yield f"{decisions} decisions each, later take {times}x: differ", share
    for periods in (4, 8):
        for times in (1, 0.4):
            share = rates.quality_shifts(periods, times, lives, 7)
            yield f"{periods} periods each, then {times}x: shift", share
    for areas, share in ((3, 1 / 3), (4, 0.25), (3, 0.5), (3, 0.7)):
        for wins in (12, 30):
            found = rates.clusters(wins, areas, share, lives, 8)
            yield f"{wins} wins, {areas} areas, {share:.0%} in the first: one area", found
    for weeks, rise in ((10, 0), (10, 2), (6, 4)):
        life = Life(rise=rise, over=weeks, level=4)
        found = rates.asked_why(weeks, life, lives // 2, 9)
        yield f"+{rise} over {weeks} weeks: confidence not rising", found


if __name__ == "__main__":
    main()
