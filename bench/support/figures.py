"""A figure that was measured, beside the one to reach."""

import math
import sys
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A value in a unit and how it was got; target: what to reach, None when there is none."""

    name: str
    value: float
    unit: str
    how: str
    target: float | None = None
    at_least: bool = False

    @property
    def reached(self) -> bool:
        """Whether the target is met; true when there is none."""
        if self.target is None:
            return True
        return self.value >= self.target if self.at_least else self.value <= self.target

    @property
    def wanted(self) -> str:
        """The target in words, "" when there is none."""
        if self.target is None:
            return ""
        return f"{'at least' if self.at_least else 'at most'} {told(self.target, self.unit)}"


def told(value: float, unit: str = "") -> str:
    """`value` as it is read: three digits that count, and the unit."""
    digits = f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"
    return f"{digits}{unit}" if unit == "x" else f"{digits} {unit}".strip()


def span(values: Sequence[float]) -> str:
    """The least and the largest of `values`, as they are read."""
    return f"{told(min(values))} to {told(max(values))}"


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest of `values` that at least `share` (0 to 1) of them do not exceed."""
    return sorted(values)[max(0, math.ceil(len(values) * share) - 1)]


def note(text: str) -> None:
    """Say on stderr what is being done."""
    print(f"  {text}", file=sys.stderr, flush=True)
