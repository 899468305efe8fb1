"""Comparing published bands of team confidence with each other, and with nothing else (R36)."""

from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

from webapp.rules.teams.confidence import Band

LOOKED_AT = 3  # figures, before anything is asked about them


class Difference(StrEnum):
    """How a band lies to the one before it; UNCLEAR: they overlap without being the same."""

    SAME = "same"
    HIGHER = "higher"
    LOWER = "lower"
    UNCLEAR = "unclear"


def difference(before: Band, after: Band) -> Difference:
    """Return how the band `after` lies to the band `before`."""
    (low, high), (floor, ceiling) = after.ends, before.ends
    if after == before:
        return Difference.SAME
    if low >= ceiling:
        return Difference.HIGHER
    return Difference.LOWER if high <= floor else Difference.UNCLEAR


def has_not_risen(newest_first: Sequence[Band]) -> bool:
    """Return whether the last three figures are each in the same or a lower band than before."""
    last = newest_first[:LOOKED_AT]
    steps = [difference(before, after) for after, before in pairwise(last)]
    calm = (Difference.SAME, Difference.LOWER)
    return len(last) == LOOKED_AT and all(one in calm for one in steps)
