"""The normal distribution: tails and quantiles."""

from functools import lru_cache
from math import erfc, sqrt
from statistics import NormalDist


def two_sided(z: float) -> float:
    """Return the probability of a value as far from 0 as `z`, or further."""
    return erfc(abs(z) / sqrt(2))


@lru_cache(maxsize=16)
def quantile_for(confidence: float) -> float:
    """Return the z for which a share of `confidence` (0-1) lies between -z and z."""
    return NormalDist().inv_cdf((1 + confidence) / 2)
