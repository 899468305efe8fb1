"""The chart of the first weeks: the answers, and the weeks to come."""

from datetime import date, timedelta

from webapp.rules.charts.beginnings import BeginningChart, beginning_chart
from webapp.rules.insights.weeks import Answer, week_of

MONDAY = date(2026, 11, 16)


def chart(*days: int, today: int = 8, mirrored: bool = False) -> BeginningChart:
    answers = [Answer(MONDAY + timedelta(days=day), 5, "s") for day in days]
    on = MONDAY + timedelta(days=today)
    drawn = beginning_chart(answers, [week_of(MONDAY)], on, mirrored=mirrored)
    assert drawn
    return drawn


def test_without_an_answer_nothing_is_drawn() -> None:
    assert beginning_chart([], [], MONDAY) is None


def test_it_shows_four_weeks_from_the_first_answer_on() -> None:
    weeks = chart(1, 3, 7).weeks
    assert [week.monday for week in weeks] == [MONDAY + timedelta(weeks=n) for n in range(4)]
    assert [week.counted for week in weeks] == [True, False, False, False]
    assert [week.running for week in weeks] == [False, True, False, False]


def test_a_slow_pace_adds_weeks() -> None:
    assert len(chart(1, today=40).weeks) == 6


def test_weeks_fill_the_plot_and_answers_lie_in_theirs() -> None:
    drawn = chart(0, 13)
    assert drawn.weeks[0].x == drawn.frame.left
    assert drawn.weeks[-1].x + drawn.weeks[-1].width == drawn.frame.right
    assert drawn.weeks[0].x < drawn.dots[0].x < drawn.weeks[1].x
    assert drawn.weeks[1].x < drawn.dots[1].x < drawn.weeks[2].x


def test_from_right_to_left_it_is_mirrored() -> None:
    one, other = chart(0), chart(0, mirrored=True)
    assert other.dots[0].x == other.frame.width - one.dots[0].x
    assert other.weeks[0].edge == other.frame.right
