"""What the cards of the measures say (R39, R40, R41)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from flask import Flask

from webapp.domain.insights.completion_rate import CompletionRates
from webapp.domain.insights.quality import Quality
from webapp.domain.insights.time_to_decision import DecisionTimes
from webapp.rules.charts.gauges import Gauge
from webapp.rules.insights.comparisons import Comparison
from webapp.rules.insights.completion_rate import CompletionRate
from webapp.rules.insights.quality import Marker, Period, QualitySignal, Shift
from webapp.rules.insights.time_to_decision import TimeToDecision, Undecided, Weight
from webapp.rules.statistics.quartiles import Quartiles
from webapp.web.insights.decision_times import decision_times_card
from webapp.web.insights.measures import completion_card
from webapp.web.insights.quality import quality_card

DAY = date(2026, 11, 24)
LAST = Period(DAY, DAY, bad=3, exposure=40)
IMPROVEMENT = Marker("a win", date(2026, 11, 1))
NO_DIFFERENCE = Comparison(missing=(0, 0), p=0.5)


@pytest.fixture(autouse=True)
def in_a_request(app: Flask) -> Iterator[None]:
    with app.test_request_context():
        yield


def signal(
    shift: Shift = Shift.NOT_ENOUGH,
    marker: Marker | None = IMPROVEMENT,
    missing: tuple[int, int] = (0, 0),
    rates: tuple[float | None, float | None] = (None, None),
) -> QualitySignal:
    return QualitySignal(shift, marker, *rates, missing, p=None)


def quality_says(judged: QualitySignal, days: int | None = None) -> str:
    card = quality_card([Quality("an id", "Defects", LAST, 5, judged, days)])
    return card.figures[0].because[-1]


@pytest.mark.parametrize(
    ("missing", "expected"),
    [
        ((0, 1), "Missing: 1 period after your improvement of 1 Nov."),
        ((2, 0), "Missing: 2 periods before your improvement of 1 Nov."),
        ((2, 3), "Missing: 2 periods before and 3 after your improvement of 1 Nov."),
    ],
)
def test_quality_says_what_is_missing(missing: tuple[int, int], expected: str) -> None:
    assert quality_says(signal(missing=missing)) == f"Not enough to tell. {expected}"


def test_quality_says_when_enough_is_expected() -> None:
    says = quality_says(signal(missing=(0, 1)), days=7)
    assert says.endswith("At the present pace in 7 days.")


def test_quality_asks_for_an_improvement_to_compare() -> None:
    says = quality_says(signal(marker=None))
    assert says == (
        "Not enough to tell. Link a process improvement to it, to see before and after;"
        " 5 periods so far."
    )


@pytest.mark.parametrize(
    ("shift", "expected"),
    [
        (Shift.NO_CLEAR_CHANGE, "No clear change."),
        (Shift.LOWER, "A smaller share since then."),
        (Shift.HIGHER, "A larger share since then."),
    ],
)
def test_quality_states_both_rates_and_the_shift(shift: Shift, expected: str) -> None:
    judged = signal(shift, rates=(0.2, 0.1))
    card = quality_card([Quality("an id", "Defects", LAST, 5, judged, None)])
    assert card.figures[0].gauges == (Gauge(start=0, width=100), Gauge(start=0, width=50))
    says = quality_says(judged)
    assert says == f"20 % before your improvement of 1 Nov, 10 % after. {expected}"


def test_the_figure_of_quality_is_its_last_period() -> None:
    figure = quality_card([Quality("an id", "Defects", LAST, 5, signal(), None)]).figures[0]
    assert (figure.figure, figure.because[0]) == ("3 of 40", "Defects, Tue 24 Nov")


def test_without_an_indicator_quality_says_what_it_needs() -> None:
    assert quality_card([]).figures[0].because[0].startswith("Needed: an indicator")


def decision_times(median: float | None, missing: int) -> DecisionTimes:
    now = TimeToDecision(
        Weight.ROUTINE,
        Quartiles(lower=60, median=median, upper=120),
        minutes=(60, 90, 90, 120),
        undecided=(Undecided("a decision", 30),),
        reopened=1,
    )
    return DecisionTimes(now, NO_DIFFERENCE, missing, days=3 if missing else 0)


def test_a_median_comes_with_its_quartiles_and_a_comparison() -> None:
    figure = decision_times_card([decision_times(90, 0)]).figures[0]
    assert figure.because == (
        "Median of 4 in 12 weeks, half of them 1 working hour to 2 working hours.",
        "1 still open, the oldest for 30 min of working time",
        "1 re-opened",
    )
    assert figure.quiet == ("No clear difference from the 12 weeks before.",)
    assert figure.gauges == (Gauge(start=50, width=50, at=75),)


@pytest.mark.parametrize(
    ("higher", "says"),
    [
        (True, "Longer than in the 12 weeks before."),
        (False, "Shorter than in the 12 weeks before."),
    ],
)
def test_a_difference_is_said_beside_the_figure(higher: bool, says: str) -> None:
    differs = Comparison(missing=(0, 0), p=0.01, differs=True, higher=higher)
    times = replace(decision_times(90, 0), comparison=differs)
    figure = decision_times_card([times]).figures[0]
    assert (figure.because[1], figure.quiet) == (says, ())


def test_too_few_decisions_have_no_median_yet() -> None:
    figure = decision_times_card([decision_times(90, 2)]).figures[0]
    assert (figure.gauges, figure.quiet) == ((), ())
    assert (figure.of, figure.figure, figure.because[0]) == (
        "Routine",
        "Not yet",
        "4 decided. From 4 on there is a median. At your pace enough in 3 days.",
    )


def test_each_measure_says_itself_in_a_line() -> None:
    none = CompletionRate((), (), (), share=None, range=None)
    rates = CompletionRates(DAY, none, none, NO_DIFFERENCE, 0)
    assert completion_card(rates, DAY).line == "after Tue 24 Nov, the first due day"
    assert completion_card(rates).line == "after the first due day"
    assert decision_times_card([decision_times(90, 0)]).line == "2 working hours · Routine"
    assert decision_times_card([decision_times(90, 2)]).line == "4 of 4 decided"
    assert quality_card([]).line == "needs an indicator"


def test_without_goals_there_is_no_completion_rate() -> None:
    none = CompletionRate((), (), (), share=None, range=None)
    figure = completion_card(CompletionRates(DAY, none, none, NO_DIFFERENCE, 0)).figures[0]
    assert (figure.figure, figure.because[0]) == (
        "Not yet",
        "No micro-goal was due or closed in 8 weeks.",
    )
