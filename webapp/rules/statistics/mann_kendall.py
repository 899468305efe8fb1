"""Whether values rise or fall in time: the Mann-Kendall test."""

from collections.abc import Sequence
from dataclasses import dataclass

EXACT_UP_TO = 8  # values, R38


@dataclass(frozen=True, slots=True)
class MannKendall:
    """s: pairs that rise less pairs that fall; p: two-sided, 1.0 where nothing can be said."""

    s: int
    p: float
    exact: bool


def mann_kendall(values: Sequence[float]) -> MannKendall:
    """Test `values`, in the order of time, for a trend; equal values are allowed."""
    raise NotImplementedError
