"""An interval that a figure lies in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Interval:
    """From `low` to `high`, both included, with `confidence` (0-1)."""

    low: float
    high: float
    confidence: float
