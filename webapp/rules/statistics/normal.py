"""The normal distribution: tails and quantiles."""

from functools import lru_cache
from math import erfc, sqrt
from statistics import NormalDist


def two_sided(z: float) -> float:
    """The probability of lying as far from 0 as `z`, or further."""
    return erfc(abs(z) / sqrt(2))


@lru_cache(maxsize=16)
def quantile_for(confidence: float) -> float:
    """The z between whose negative and itself a share of `confidence` (0-1) lies."""
    return NormalDist().inv_cdf((1 + confidence) / 2)
