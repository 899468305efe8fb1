"""The charts of an indicator: round lines, the band of its target, the days of wins."""

from datetime import date, timedelta

import pytest

from webapp.rules.charts.line_charts import BOTTOM, HEIGHT, TOP, LineChart, line_chart
from webapp.rules.charts.sparklines import sparkline
from webapp.rules.charts.ticks import three_lines
from webapp.rules.objectives.indicators import Value

DAY = date(2026, 11, 24)


def chart(*numbers: float, target: float | None = None, better: str = "up") -> LineChart:
    values = [Value(DAY + timedelta(days=n), value) for n, value in enumerate(numbers)]
    drawn = line_chart(values, None, target, better=better, days=[DAY, DAY - timedelta(days=1)])
    assert drawn
    return drawn


@pytest.mark.parametrize(
    ("low", "high", "lines"),
    [
        (0, 40, (0, 20, 40)),
        (2, 14, (0, 8, 16)),
        (3, 7, (2.5, 5, 7.5)),
        (-3, 3, (-3, 0, 3)),
        (0.001, 0.004, (0, 0.002, 0.004)),
        (999_999, 1_000_001, (999_999, 1_000_000, 1_000_001)),
    ],
)
def test_three_round_lines_enclose_what_is_drawn(
    low: float, high: float, lines: tuple[float, ...]
) -> None:
    assert three_lines(low, high) == lines


@pytest.mark.parametrize("span", [1e-9, 0.3, 1, 7, 12.5, 99, 1234.5, 1e15])
@pytest.mark.parametrize("low", [-1e15, -17.3, 0, 0.1, 1e15])
def test_lines_enclose_any_range(low: float, span: float) -> None:
    high = low + span
    if low < high:
        first, middle, last = three_lines(low, high)
        assert first <= low < high <= last
        assert first < middle < last


def test_the_band_reaches_from_the_target_to_the_better_end() -> None:
    more, less = chart(0, 40, target=30), chart(0, 40, target=10, better="down")
    assert more.band == (TOP, pytest.approx((HEIGHT - TOP - BOTTOM) / 4, abs=0.1))
    assert less.band
    assert sum(less.band) == HEIGHT - BOTTOM
    assert chart(0, 40).band is None


def test_days_of_wins_are_marked_where_the_chart_has_them() -> None:
    drawn = chart(0, 40)
    assert drawn.marks == (drawn.x_first,)


def test_a_small_line_ends_where_lines_end() -> None:
    points = [(0, 5.0), (7, 9.0), (14, 1.0)]
    to_right, to_left = sparkline(points), sparkline(points, mirrored=True)
    assert to_right
    assert to_left
    assert (to_right.x, to_right.y, to_left.x) == (61, 21, 3)
    assert sparkline(points[:1]) is None
