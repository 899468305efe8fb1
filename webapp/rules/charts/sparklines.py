"""The course of a few numbers as a small line without a scale."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT, EDGE = 64.0, 24.0, 3.0


@dataclass(frozen=True, slots=True)
class Sparkline:
    """The `d` of the line, and where it ends."""

    path: str
    x: float
    y: float


def sparkline(points: Sequence[tuple[int, float]], *, mirrored: bool = False) -> Sparkline | None:
    """Return the line through (day number, value), oldest first; None for fewer than two."""
    if len(points) < 2:
        return None
    first, days = points[0][0], max(points[-1][0] - points[0][0], 1)
    low, high = min(value for _, value in points), max(value for _, value in points)
    drawn = [
        (
            _x((day - first) / days, mirrored),
            _y((value - low) / (high - low) if high > low else 0.5),
        )
        for day, value in points
    ]
    return Sparkline("M" + "L".join(f"{x:g} {y:g}" for x, y in drawn), *drawn[-1])


def _x(share: float, mirrored: bool) -> float:
    along = EDGE + (WIDTH - 2 * EDGE) * share
    return round(WIDTH - along if mirrored else along, 1)


def _y(share: float) -> float:
    return round(HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * share, 1)
