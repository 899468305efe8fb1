"""A measured figure and its target, and how both are written."""

import math
import sys
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A value in a unit and how it was measured; `target` is None when there is none."""

    name: str
    value: float
    unit: str
    how: str
    target: float | None = None
    at_least: bool = False

    @property
    def reached(self) -> bool:
        """Return whether the target is met; true when there is none."""
        if self.target is None:
            return True
        return self.value >= self.target if self.at_least else self.value <= self.target

    @property
    def wanted(self) -> str:
        """Return the target in words, "" when there is none."""
        if self.target is None:
            return ""
        return f"{'at least' if self.at_least else 'at most'} {told(self.target, self.unit)}"


def told(value: float, unit: str = "") -> str:
    """Return `value` with three significant digits, and the unit."""
    digits = f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"
    return f"{digits}{unit}" if unit == "x" else f"{digits} {unit}".strip()


def span(values: Sequence[float]) -> str:
    """Return the smallest and the largest of `values` as text."""
    return f"{told(min(values))} to {told(max(values))}"


def percentile(values: Sequence[float], share: float) -> float:
    """Return the smallest of `values` that at least `share` (0 to 1) of them do not exceed."""
    return sorted(values)[max(0, math.ceil(len(values) * share) - 1)]


def note(text: str) -> None:
    """Print progress to stderr."""
    print(f"  {text}", file=sys.stderr, flush=True)
