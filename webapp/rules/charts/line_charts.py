"""The geometry of the line chart of an indicator, in units of its view box."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from webapp.rules.charts.ticks import three_lines
from webapp.rules.objectives.indicators import Better, Value
from webapp.rules.shared.number_formats import ENGLISH, brief

HUGE = 1e300  # twice as much as some numbers above it is more than a float can be
WIDTH, HEIGHT = 320.0, 170.0
START, END, TOP, BOTTOM = 46.0, 12.0, 12.0, 24.0  # room for the labels
MOST_VALUES = 200  # values of one chart
DOTS = 60  # more are drawn as a line only
ROOM = 14.0  # between two labels
DIGIT = 6.2  # width of one


@dataclass(frozen=True, slots=True)
class Level:
    """A horizontal line at y: a number of the scale, "baseline" or "target"."""

    kind: str
    number: float
    y: float


@dataclass(frozen=True, slots=True)
class LineChart:
    """The path of the values, their positions, horizontal lines, and the days at both ends.

    across: x at both ends of the horizontal lines; x_number, x_kind: x of their number and word.
    band: the smallest y and the height of what reaches the target, None without one; marks: x of
    days to be marked below.
    """

    width: float
    height: float
    path: str
    dots: tuple[tuple[float, float, Value], ...]
    levels: tuple[Level, ...]
    first: date
    last: date
    x_first: float
    x_last: float
    across: tuple[float, float]
    x_number: float
    x_kind: float
    band: tuple[float, float] | None
    marks: tuple[float, ...]


def line_chart(
    values: Sequence[Value],
    baseline: float | None = None,
    target: float | None = None,
    *,
    better: str = Better.UP,
    days: Sequence[date] = (),
    mirrored: bool = False,
) -> LineChart | None:
    """Return the chart of these values, oldest first, or None when there are none.

    baseline, target: drawn as lines, and within the scale. better: on which side of the target its
    band lies. days: marked below, where they lie within. mirrored: read from the right.
    """
    if not values:
        return None
    goals = [("baseline", baseline), ("target", target)]
    across = [(kind, number) for kind, number in goals if number is not None]
    lines = three_lines(*_range([*(v.value for v in values), *(number for _, number in across)]))
    first, last = values[0].day, values[-1].day
    scale = _Scale(first, last, lines, _start(*lines, *(n for _, n in across)), mirrored)
    dots = tuple((scale.x(one.day), scale.y(one.value), one) for one in values)
    path = "M" + "L".join(f"{one[0]:g} {one[1]:g}" for one in dots)
    shown = dots if len(dots) <= DOTS else dots[-1:]
    ends = (first, last, scale.x(first), scale.x(last))
    levels = _levels(scale, across)
    band = None if target is None else scale.band(target, better)
    marks = tuple(scale.x(day) for day in sorted(set(days)) if first <= day <= last)
    places = scale.places_of_lines()
    return LineChart(WIDTH, HEIGHT, path, shown, levels, *ends, *places, band, marks)


@dataclass(frozen=True, slots=True)
class _Scale:
    """Turns days and numbers into positions."""

    first: date
    last: date
    lines: tuple[float, float, float]
    start: float
    mirrored: bool

    def x(self, day: date) -> float:
        days = (self.last - self.first).days
        share = (day - self.first).days / days if days else 0.5
        return self.turned(self.start + (WIDTH - self.start - END) * share)

    def y(self, number: float) -> float:
        low, _, high = self.lines
        return round(TOP + (HEIGHT - TOP - BOTTOM) * (high - number) / (high - low), 1)

    def band(self, target: float, better: str) -> tuple[float, float]:
        """Return the smallest y and the height of what reaches the target."""
        at = self.y(target)
        if better == Better.UP:
            return TOP, round(at - TOP, 1)
        return at, round(HEIGHT - BOTTOM - at, 1)

    def places_of_lines(self) -> tuple[tuple[float, float], float, float]:
        """Return x at both ends of a horizontal line, of its number and of its word."""
        across = (self.turned(self.start), self.turned(WIDTH - 4))
        return across, self.turned(self.start - 6), self.turned(self.start + 4)

    def turned(self, along: float) -> float:
        return round(WIDTH - along if self.mirrored else along, 1)


def _levels(scale: _Scale, across: Sequence[tuple[str, float]]) -> tuple[Level, ...]:
    """Return the lines, and those of the scale where a line leaves room for their numbers."""
    levels = tuple(Level(kind, number, scale.y(number)) for kind, number in across)
    ends = [Level("scale", number, scale.y(number)) for number in scale.lines]
    free = [one for one in ends if all(abs(one.y - other.y) >= ROOM for other in levels)]
    return (*free, *levels)


def _start(*numbers: float) -> float:
    # As much room as the longest number needs, which every language writes about as long.
    return max(START, 10 + DIGIT * max(len(brief(number, ENGLISH)) for number in numbers))


def _range(numbers: Sequence[float]) -> tuple[float, float]:
    low, high = min(numbers), max(numbers)
    if low == high:  # a flat line is drawn in the middle
        space = abs(low) or 1
        return (low - space, high + space) if space < HUGE else (low - space / 8, high)
    return low, high
