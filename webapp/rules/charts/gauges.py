"""The geometry of the bar below a figure: the range in which it may lie, and where it lies."""

from dataclasses import dataclass

LENGTH = 100  # of the whole bar, in view box units


@dataclass(frozen=True, slots=True)
class Gauge:
    """A band from `start` over `width`, and a mark at `at`; None: the figure is the band's end."""

    start: float
    width: float
    at: float | None = None


def gauge(low: float, high: float, most: float, at: float | None = None) -> Gauge:
    """Return the bar of a range on a scale from 0 to `most`, which is above 0."""
    start, end = _place(low, most), _place(high, most)
    return Gauge(start, round(end - start, 1), None if at is None else _place(at, most))


def _place(value: float, most: float) -> float:
    return round(LENGTH * min(max(value / most, 0), 1), 1)
