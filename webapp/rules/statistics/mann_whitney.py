"""Whether one group's values tend to be higher: the Mann-Whitney U test."""

from collections.abc import Sequence

EXACT_UP_TO = 40  # values in both groups


def mann_whitney(values: Sequence[float], others: Sequence[float]) -> float:
    """The two-sided p that both groups come from one distribution; 1.0 when one is empty."""
    raise NotImplementedError
