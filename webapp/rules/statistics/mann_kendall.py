"""Whether values rise or fall over time: the Mann-Kendall test.

Source: Mann (1945), Econometrica 13; Kendall, Rank Correlation Methods (1975), ch. 4 for ties. The
exact distribution counts the distinct orders of the values by their inversions; their generating
function is the q-multinomial coefficient (MacMahon 1916; Stanley, Enumerative Combinatorics 1,
prop. 1.7.1), which is valid with ties.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from math import sqrt

from webapp.rules.statistics.normal import two_sided

EXACT_UP_TO = 8  # values, R38


@dataclass(frozen=True, slots=True)
class MannKendall:
    """s: rising pairs minus falling pairs; p: two-sided, 1.0 when nothing can be said."""

    s: int
    p: float
    exact: bool


def mann_kendall(values: Sequence[float]) -> MannKendall:
    """Test `values`, in the order of time, for a trend; equal values are allowed."""
    s = sum((later > earlier) - (later < earlier) for earlier, later in combinations(values, 2))
    ties = tuple(sorted(Counter(values).values()))
    exact = len(values) <= EXACT_UP_TO
    return MannKendall(s, _exact(ties, abs(s)) if exact else _normal(ties, s), exact)


@lru_cache(maxsize=4096)
def _exact(ties: tuple[int, ...], s: int) -> float:
    """Return the share of all orders of the values whose s is as far from 0 as `s`, or further."""
    counts = orders_by_inversions(ties)
    most = len(counts) - 1  # pairs that are not tied
    far = sum(count for falls, count in enumerate(counts) if abs(most - 2 * falls) >= s)
    return far / sum(counts)


def orders_by_inversions(ties: tuple[int, ...]) -> list[int]:
    """Return how many orders have 0, 1, 2 ... inversions.

    ties: how often each distinct value occurs. The q-multinomial is the product of (1 - q^m) for m
    = 1 .. n, divided by the same product of each group; polynomials are lists of coefficients.
    """
    counts, placed = [1], 0
    for size in ties:
        for m in range(1, size + 1):
            counts = _divided(_multiplied(counts, placed + m), m)
        placed += size
    return counts


def _multiplied(counts: list[int], m: int) -> list[int]:
    """Return `counts` times (1 - q^m)."""
    longer = counts + [0] * m
    return [count - (longer[at - m] if at >= m else 0) for at, count in enumerate(longer)]


def _divided(counts: list[int], m: int) -> list[int]:
    """Return `counts` divided by (1 - q^m), without remainder."""
    quotient = counts[: len(counts) - m]
    for at in range(m, len(quotient)):
        quotient[at] += quotient[at - m]
    return quotient


def _normal(ties: tuple[int, ...], s: int) -> float:
    """Return p by the normal approximation.

    The variance is corrected for ties, and s for continuity by 1.
    """
    variance = (_spread(sum(ties)) - sum(_spread(size) for size in ties)) / 18
    if s == 0 or variance == 0:
        return 1.0
    return two_sided((abs(s) - 1) / sqrt(variance))


def _spread(n: int) -> int:
    return n * (n - 1) * (2 * n + 5)
