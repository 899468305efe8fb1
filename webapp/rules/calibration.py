"""How well stated confidence in goals fits what was met (R12)."""

from collections.abc import Iterable
from dataclasses import dataclass

from webapp.rules.statistics.intervals import Interval

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


def calibrate(stated: Iterable[Stated]) -> Calibration:
    """The table and the Brier score of these goals."""
    raise NotImplementedError
