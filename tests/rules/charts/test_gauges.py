"""Bars below figures: a range, and the figure in it."""

from webapp.rules.charts.gauges import Gauge, gauge


def test_a_range_is_a_band_with_the_figure_in_it() -> None:
    assert gauge(0.5, 0.75, 1, 0.6) == Gauge(start=50, width=25, at=60)


def test_without_a_figure_there_is_a_band_only() -> None:
    assert gauge(0, 3, 12) == Gauge(start=0, width=25, at=None)


def test_nothing_leaves_the_bar() -> None:
    assert gauge(-1, 5, 4, 5) == Gauge(start=0, width=100, at=100)
