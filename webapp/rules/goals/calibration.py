"""How well stated confidence in goals fits what was met (R12)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from webapp.rules.statistics.intervals import Interval
from webapp.rules.statistics.wilson import wilson

ENOUGH = 10  # closed goals
BINS = ((0, 2), (3, 4), (5, 6), (7, 8), (9, 10))


@dataclass(frozen=True, slots=True)
class Stated:
    """A closed goal: the confidence 0-10 stated when it was set, and whether it was met.

    Abandoned counts as not met; re-scoped goals are left out by the caller.
    """

    confidence: int
    met: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """The goals stated at `low` to `high`; stated: their mean as a share 0-1."""

    low: int
    high: int
    goals: int
    met: int
    stated: float
    range: Interval


@dataclass(frozen=True, slots=True)
class Calibration:
    """bins: those with goals, lowest first; brier: 0 is perfect, 0.25 is always saying 5.

    With fewer than ten goals bins is empty, brier None, and `missing` says how many to go.
    """

    goals: int
    missing: int
    bins: tuple[Bin, ...]
    brier: float | None


def calibrate(stated: Sequence[Stated]) -> Calibration:
    """The table and the Brier score of these goals."""
    if len(stated) < ENOUGH:
        return Calibration(len(stated), ENOUGH - len(stated), (), None)
    return Calibration(len(stated), 0, tuple(_bins(stated)), brier_score(stated))


def brier_score(stated: Sequence[Stated]) -> float:
    """The mean square of stated share less outcome (1 met, 0 not), for one goal or more.

    Brier (1950), Monthly Weather Review 78, for two outcomes and halved, as is usual.
    """
    return sum((goal.confidence / 10 - goal.met) ** 2 for goal in stated) / len(stated)


def _bins(stated: Sequence[Stated]) -> Iterator[Bin]:
    for low, high in BINS:
        own = [goal for goal in stated if low <= goal.confidence <= high]
        if own:
            met = sum(goal.met for goal in own)
            share = sum(goal.confidence for goal in own) / len(own) / 10
            yield Bin(low, high, len(own), met, share, wilson(met, len(own)))
