"""How well the confidence stated in goals predicts which are met (R12)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from webapp.rules.statistics.binomial import two_sided
from webapp.rules.statistics.intervals import Interval
from webapp.rules.statistics.wilson import wilson

ENOUGH = 10  # closed goals
CHANCE = 0.2  # of saying that there is a gap, over the whole table, where there is none
SURE, UNSURE = 0.95, 0.05  # what an answer of 10 or 0 stands for: it is rounded, too
BINS = ((0, 2), (3, 4), (5, 6), (7, 8), (9, 10))


@dataclass(frozen=True, slots=True)
class Stated:
    """A closed goal: the confidence (0-10) that its owner stated in it, and whether it was met.

    An abandoned goal counts as not met; the caller leaves out re-scoped ones.
    """

    confidence: int
    met: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """The goals with a confidence from `low` to `high`; stated: its mean as a share 0-1."""

    low: int
    high: int
    goals: int
    met: int
    stated: float
    range: Interval

    @property
    def gap(self) -> float:
        """The share that was met less the share that was expected."""
        return self.met / self.goals - self.stated

    @property
    def chance(self) -> float:
        """How likely a gap of this size is when as many are met as was expected: a p-value."""
        return two_sided(self.met, self.goals, min(max(self.stated, UNSURE), SURE))


@dataclass(frozen=True, slots=True)
class Calibration:
    """The bins that have goals, lowest first, and the Brier score.

    brier: 0 is perfect, 0.25 is what always saying 5 gives. With fewer than ten goals bins is
    empty, brier is None, and `missing` is how many more are needed.
    """

    goals: int
    missing: int
    bins: tuple[Bin, ...]
    brier: float | None

    @property
    def largest_gap(self) -> Bin | None:
        """The bin with the largest gap that chance does not explain, if there is one.

        Each bin gets an equal part of CHANCE (Bonferroni), since any of them may be named.
        """
        certain = [one for one in self.bins if one.chance < CHANCE / len(self.bins)]
        return max(certain, key=lambda one: abs(one.gap), default=None)


def calibrate(stated: Sequence[Stated]) -> Calibration:
    """Return the bins and the Brier score of these goals."""
    if len(stated) < ENOUGH:
        return Calibration(len(stated), ENOUGH - len(stated), (), None)
    return Calibration(len(stated), 0, tuple(_bins(stated)), brier_score(stated))


def brier_score(stated: Sequence[Stated]) -> float:
    """Return the mean squared difference of stated share and outcome (1 met, 0 not).

    stated: one goal or more. Source: Brier (1950), Monthly Weather Review 78, for two outcomes and
    halved, as is usual.
    """
    return sum((goal.confidence / 10 - goal.met) ** 2 for goal in stated) / len(stated)


def _bins(stated: Sequence[Stated]) -> Iterator[Bin]:
    for low, high in BINS:
        own = [goal for goal in stated if low <= goal.confidence <= high]
        if own:
            met = sum(goal.met for goal in own)
            share = sum(goal.confidence for goal in own) / len(own) / 10
            yield Bin(low, high, len(own), met, share, wilson(met, len(own)))
