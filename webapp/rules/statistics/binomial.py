"""How unusual a number of hits is."""

from math import comb


def two_sided(hits: int, total: int, share: float) -> float:
    """Return the p-value of `hits` of `total` when each hits with the probability `share`.

    Exact, and twice the smaller tail, at most 1.
    """
    fewer = sum(_probability(count, total, share) for count in range(hits + 1))
    more = sum(_probability(count, total, share) for count in range(hits, total + 1))
    return min(2 * fewer, 2 * more, 1.0)


def _probability(hits: int, total: int, share: float) -> float:
    return comb(total, hits) * share**hits * (1 - share) ** (total - hits)
