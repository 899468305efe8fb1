"""Where things stand in the confidence chart: geometry only, in the units of its view box."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from webapp.rules.weeks import Answer, Week, WeeklyMean


@dataclass(frozen=True, slots=True)
class Frame:
    """The size of a chart and the room around its plot; mirrored: read from right to left."""

    width: float = 320
    height: float = 200
    start: float = 28  # room for the labels of the scale, where reading starts
    end: float = 8
    top: float = 8
    bottom: float = 36  # room for marks and dates
    mirrored: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """One answer."""

    x: float
    y: float
    day: date
    value: int


@dataclass(frozen=True, slots=True)
class MeanPoint:
    """One counted week, in the middle of its seven days; judged: among those judged."""

    x: float
    y: float
    week: Week
    mean: float
    count: int
    judged: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A day with wins (or recognitions), below the plot; ids of what it stands for."""

    x: float
    y: float
    day: date
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the scale (value, 0-10) at y, or a Monday (day) at x; the other is None."""

    x: float
    y: float
    value: int | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class ConfidenceChart:
    """All positions. paths: `d` of the lines through weekly means, broken over missing weeks."""

    frame: Frame
    dots: tuple[Dot, ...]
    means: tuple[MeanPoint, ...]
    paths: tuple[str, ...]
    marks: tuple[Mark, ...]
    scale: tuple[Tick, ...]
    days: tuple[Tick, ...]


def confidence_chart(
    answers: Iterable[Answer],
    means: Sequence[WeeklyMean],
    marks: Iterable[tuple[str, date]],
    today: date,
    frame: Frame = Frame(),
) -> ConfidenceChart:
    """The chart of these answers (one scale), counted weeks, and marks (id, day), up to `today`."""
    raise NotImplementedError
