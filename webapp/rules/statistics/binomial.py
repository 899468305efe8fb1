"""How unusual a number of hits is."""

from math import exp, lgamma, log, log1p


def two_sided(hits: int, total: int, share: float) -> float:
    """Return the p-value of `hits` of `total` when each hits with the probability `share`.

    Exact, and twice the smaller tail, at most 1. share: more than 0 and less than 1.
    """
    fewer = sum(_probability(count, total, share) for count in range(hits + 1))
    more = sum(_probability(count, total, share) for count in range(hits, total + 1))
    return min(2 * fewer, 2 * more, 1.0)


def _probability(hits: int, total: int, share: float) -> float:
    # By logarithms: of some thousand hits the number of combinations is no float any more.
    ways = lgamma(total + 1) - lgamma(hits + 1) - lgamma(total - hits + 1)
    return exp(ways + hits * log(share) + (total - hits) * log1p(-share))
