"""How steeply values rise or fall in time: the Theil-Sen slope."""

from collections.abc import Sequence
from dataclasses import dataclass

from webapp.rules.statistics.intervals import Interval


@dataclass(frozen=True, slots=True)
class Slope:
    """The median of the slopes between all pairs, in units of value per unit of time."""

    median: float
    range: Interval


def theil_sen(times: Sequence[float], values: Sequence[float], confidence: float) -> Slope:
    """The slope of `values` at `times` (at least two different), with Sen's range."""
    raise NotImplementedError
