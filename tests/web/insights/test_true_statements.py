"""Sentences about a person's numbers are true of few, of many and of what ended long ago."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from flask import Flask

from tests.support.make import DAY, Someone, rating, win
from tests.web.conftest import Browser
from webapp.domain.insights.confidence import Confidence
from webapp.domain.insights.quality import Quality
from webapp.rules.insights.quality import Marker, Period, QualitySignal, Shift
from webapp.rules.insights.trends import confidence_trend
from webapp.rules.insights.weeks import Answer
from webapp.web.insights.quality import quality_card
from webapp.web.insights.statements import statement_on
from webapp.web.shared.clock import now

MONDAY = date(2026, 9, 7)
END = MONDAY + timedelta(weeks=10)
AGO = "A sustained rise: about 9.0 higher than 9 weeks ago."
DATED = "A sustained rise: about 9.0 higher in the week of 9 Nov than in that of 7 Sep."


@pytest.fixture
def in_a_request(app: Flask) -> Iterator[None]:
    with app.test_request_context():
        yield


@pytest.mark.usefixtures("in_a_request")
@pytest.mark.parametrize(
    ("days", "says"), [(0, AGO), (6, AGO), (7, DATED), (30, DATED), (90, DATED)]
)
def test_a_rise_that_ended_weeks_ago_is_not_said_of_now(days: int, says: str) -> None:
    today = END + timedelta(days=days)
    answers = [
        Answer(MONDAY + timedelta(weeks=week, days=day), week, "s")
        for week in range(10)
        for day in (0, 2)
    ]
    trend = confidence_trend(answers, today)
    seen = Confidence("", (), trend, trend, MONDAY, tuple(answers), trend.means, 0)
    assert statement_on(seen, today).says == says


@pytest.mark.usefixtures("in_a_request")
@pytest.mark.parametrize(
    ("missing", "periods", "says"),
    [
        ((1, 1), 1, "Missing: 1 period before and 1 after your improvement of 1 Nov."),
        ((2, 1), 2, "Missing: 2 periods before and 1 after your improvement of 1 Nov."),
        (None, 1, "to see before and after; 1 period so far."),
        (None, 2, "to see before and after; 2 periods so far."),
    ],
)
def test_one_period_is_one(missing: tuple[int, int] | None, periods: int, says: str) -> None:
    marker = Marker("a win", date(2026, 11, 1)) if missing else None
    signal = QualitySignal(Shift.NOT_ENOUGH, marker, None, None, missing or (0, 0), p=None)
    last = Period(END, END, bad=3, exposure=40)
    card = quality_card([Quality("an id", "Defects", last, periods, signal, None)])
    assert card.figures[0].because[-1].endswith(says)


def test_wins_that_say_what_came_of_them_are_not_said_to_be_silent(
    as_ana: Browser, ana: Someone
) -> None:
    wins = [win(f"w{number}", at=now() - number, impact="cut 3 hours") for number in range(6)]
    ana.sends(*wins, now=now())
    page = as_ana.get("/insights/").text
    assert "6 of your last 6 wins need evidence: the objective they serve, or what they" in page


@pytest.mark.parametrize("answers", [0, 1, 3])
def test_before_a_week_is_over_nobody_has_a_pace(
    as_ana: Browser, ana: Someone, answers: int
) -> None:
    ana.sends(*[rating(5, at=now() - DAY * number) for number in range(answers)], now=now())
    page = as_ana.get("/insights/").text
    assert "Your first sentence about it in about 22 days" in page
    assert "0 of 4 weeks with two answers or more" in page
