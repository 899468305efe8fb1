"""Whether one group's values tend to be higher: the Mann-Whitney U test.

Source: Mann and Whitney (1947), Annals of Mathematical Statistics 18. Up to EXACT_UP_TO values p is
exact: the permutation distribution of the sum of mid-ranks, so that ties are exact too (Lehmann,
Nonparametrics, 1975, ch. 1.4). Above that, the normal approximation with corrections for ties and
continuity (the same, ch. 1.2).
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from math import sqrt

from webapp.rules.statistics.normal import two_sided

EXACT_UP_TO = 40  # values in both groups


def mann_whitney(values: Sequence[float], others: Sequence[float]) -> float:
    """Return the two-sided p that both groups have one distribution; 1.0 when one is empty.

    The exact p is twice the smaller tail, at most 1.
    """
    if not values or not others:
        return 1.0
    pooled = sorted([*values, *others])
    if len(pooled) <= EXACT_UP_TO:
        return _exact(values, pooled)
    return _normal(values, others, pooled)


def tendency(values: Sequence[float], others: Sequence[float]) -> int:
    """Return over all pairs how often the other value is higher, minus how often it is lower."""
    return sum((other > value) - (other < value) for value in values for other in others)


def _exact(values: Sequence[float], pooled: Sequence[float]) -> float:
    ways = _sums_of(len(values), [_double_rank(value, pooled) for value in pooled])
    seen = sum(_double_rank(value, pooled) for value in values)
    low = sum(way for total, way in ways.items() if total <= seen)
    high = sum(way for total, way in ways.items() if total >= seen)
    return min(1.0, 2 * min(low, high) / sum(ways.values()))


def _double_rank(value: float, pooled: Sequence[float]) -> int:
    """Return twice the mid-rank, counted from 1: a whole number with ties as well."""
    return bisect_left(pooled, value) + bisect_right(pooled, value) + 1


def _sums_of(size: int, ranks: Sequence[int]) -> dict[int, int]:
    """Return in how many ways `size` of `ranks` have each sum."""
    ways: list[dict[int, int]] = [defaultdict(int) for _ in range(size + 1)]
    ways[0][0] = 1
    for rank in ranks:
        for taken in range(size, 0, -1):  # downwards, so that no rank is taken twice
            for total, count in ways[taken - 1].items():
                ways[taken][total + rank] += count
    return ways[size]


def _normal(values: Sequence[float], others: Sequence[float], pooled: Sequence[float]) -> float:
    n, m, both = len(values), len(others), len(pooled)
    u = sum(_double_rank(value, pooled) for value in values) / 2 - n * (n + 1) / 2
    ties = sum(count**3 - count for count in Counter(pooled).values())
    variance = n * m / 12 * (both + 1 - ties / (both * (both - 1)))
    if variance == 0:
        return 1.0
    return min(1.0, two_sided(max(abs(u - n * m / 2) - 0.5, 0.0) / sqrt(variance)))
