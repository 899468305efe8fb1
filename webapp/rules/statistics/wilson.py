"""How certain a share is: Wilson's score interval.

Source: Wilson (1927), Journal of the American Statistical Association 22; without continuity
correction.
"""

from math import sqrt

from webapp.rules.statistics.intervals import Interval
from webapp.rules.statistics.normal import quantile_for

CONFIDENCE = 0.80  # R39


def wilson(hits: int, total: int, confidence: float = CONFIDENCE) -> Interval:
    """Return the interval in which the share behind `hits` of `total` lies.

    Bounds and confidence are shares from 0 to 1. With a total of 0 the interval is 0 to 1.
    """
    if total == 0:
        return Interval(0.0, 1.0, confidence)
    z2 = quantile_for(confidence) ** 2
    middle = (hits + z2 / 2) / (total + z2)
    half = sqrt(z2 * (hits * (total - hits) / total + z2 / 4)) / (total + z2)
    return Interval(max(middle - half, 0.0), min(middle + half, 1.0), confidence)
