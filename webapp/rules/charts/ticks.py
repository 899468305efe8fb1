"""Round numbers for the lines of a scale."""

from math import floor, log10

STEPS = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)
GAPS = 2  # between three lines


def three_lines(low: float, high: float) -> tuple[float, float, float]:
    """Return three round numbers, equally far apart, of which the outer ones enclose the range."""
    step = _round_up(high / GAPS - low / GAPS)  # their difference may be too large for a float
    start = floor(low / step) * step
    while start + step + step < high:
        step = _round_up(step * 1.01)
        start = floor(low / step) * step
    digits = _digits(step)
    middle = start + step
    return round(start, digits), round(middle, digits), round(middle + step, digits)


def _round_up(step: float) -> float:
    power: float = 10.0 ** floor(log10(step))
    return next(factor * power for factor in STEPS if factor * power >= step * (1 - 1e-9))


def _digits(step: float) -> int:
    """Return how many digits of a fraction the numbers have."""
    return max(0, 1 - floor(log10(step)))
