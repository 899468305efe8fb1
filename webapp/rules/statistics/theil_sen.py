"""How steeply values rise or fall over time: the Theil-Sen slope.

Source: Theil (1950), Indagationes Mathematicae 12; the interval and its treatment of ties by Sen
(1968), Journal of the American Statistical Association 63.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import sqrt
from statistics import median

from webapp.rules.statistics.intervals import Interval
from webapp.rules.statistics.normal import quantile_for


@dataclass(frozen=True, slots=True)
class Slope:
    """The median of the slopes between all pairs, in units of value per unit of time."""

    median: float
    range: Interval


def theil_sen(times: Sequence[float], values: Sequence[float], confidence: float) -> Slope:
    """Return the slope of `values` at `times`, with Sen's interval.

    times: at least two different ones.
    """
    slopes = sorted(
        (later - earlier) / (after - before)
        for (before, earlier), (after, later) in combinations(
            sorted(zip(times, values, strict=True)), 2
        )
        if after != before
    )
    low, high = _ranks(times, values, len(slopes), confidence)
    return Slope(median(slopes), Interval(slopes[low], slopes[high], confidence))


def _ranks(
    times: Sequence[float], values: Sequence[float], pairs: int, confidence: float
) -> tuple[int, int]:
    """Return which of the sorted slopes end the interval; few pairs give all of them."""
    sigma = sqrt((_spread(len(values)) - _tied(times) - _tied(values)) / 18)
    half = quantile_for(confidence) * sigma
    return max(round((pairs - half) / 2) - 1, 0), min(round((pairs + half) / 2), pairs - 1)


def _tied(numbers: Sequence[float]) -> int:
    return sum(_spread(count) for count in Counter(numbers).values())


def _spread(n: int) -> int:
    return n * (n - 1) * (2 * n + 5)
