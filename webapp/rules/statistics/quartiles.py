"""Median and quartiles of waits of which some are not over (Kaplan-Meier)."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wait:
    """How long something took, or has taken so far when it is not `over`."""

    length: float
    over: bool


@dataclass(frozen=True, slots=True)
class Quartiles:
    """When a quarter, half and three quarters were over; None: not reached yet."""

    lower: float | None
    median: float | None
    upper: float | None


def quartiles(waits: Iterable[Wait]) -> Quartiles:
    """The quartiles of `waits`; what is not over counts as longer than it has taken so far."""
    raise NotImplementedError
