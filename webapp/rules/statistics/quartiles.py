"""Median and quartiles of durations of which some are not over (right-censored).

Source: Kaplan and Meier (1958), Journal of the American Statistical Association 53. Where the share
still waiting equals a quarter (half, three quarters) for an interval, its middle is taken, so that
with nothing open these are the usual quartiles (Klein and Moeschberger, 2003, 4.5).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Duration:
    """How long something took, or has taken so far when it is not `over`."""

    length: float
    over: bool


@dataclass(frozen=True, slots=True)
class Quartiles:
    """When a quarter, half and three quarters were over; None: not reached yet."""

    lower: float | None
    median: float | None
    upper: float | None


def quartiles(waits: Iterable[Duration]) -> Quartiles:
    """Return the quartiles; a duration that is not over counts as longer than so far."""
    steps = _still_waiting(list(waits))
    lower, median, upper = (_reached(steps, Fraction(left, 4)) for left in (3, 2, 1))
    return Quartiles(lower, median, upper)


def _still_waiting(waits: Sequence[Duration]) -> list[tuple[float, Fraction]]:
    """Return the share that still waits after each length at which some were over."""
    steps, share = [], Fraction(1)
    for length in sorted({wait.length for wait in waits if wait.over}):
        at_risk = sum(wait.length >= length for wait in waits)
        over = sum(wait.over and wait.length == length for wait in waits)
        share *= Fraction(at_risk - over, at_risk)
        steps.append((length, share))
    return steps


def _reached(steps: Sequence[tuple[float, Fraction]], left: Fraction) -> float | None:
    """Return the length at which the share still waiting falls to `left`."""
    for at, (length, share) in enumerate(steps):
        if share < left:
            return length
        if share == left:
            return (length + steps[at + 1][0]) / 2 if at + 1 < len(steps) else length
    return None
