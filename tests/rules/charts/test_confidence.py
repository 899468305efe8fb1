"""The geometry of the confidence chart."""

from dataclasses import replace
from datetime import date, timedelta

from webapp.rules.charts.confidence import confidence_chart
from webapp.rules.charts.plots import Frame
from webapp.rules.insights.weeks import Answer, weekly_means

MONDAY = date(2026, 11, 2)
TODAY = MONDAY + timedelta(days=28)
PLAIN = Frame(width=300, height=120, start=20, end=0, top=10, bottom=10)  # 280 x 100; 8 a day


def life(*weeks):
    """Return two equal answers a week; None: a week without answers."""
    return [
        Answer(MONDAY + timedelta(weeks=week, days=day), value, "s")
        for week, value in enumerate(weeks)
        if value is not None
        for day in (0, 3)
    ]


def chart(answers, frame=PLAIN, today=TODAY, wins=()):
    return confidence_chart(answers, weekly_means(answers, "s", today), wins, today, frame)


def test_a_dot_is_in_the_middle_of_its_day_at_its_rating():
    [first, *_] = chart(life(0, 5, 10, 5)).dots
    assert (first.x, first.y, first.day, first.value) == (24, 110, MONDAY, 0)
    assert [dot.y for dot in chart(life(0, 5, 10, 5)).dots] == [110, 110, 60, 60, 10, 10, 60, 60]


def test_the_line_goes_through_the_middle_of_each_week():
    result = chart(life(0, 10, None, None))
    assert result.paths == ("M48 110L104 10",)
    assert [(point.x, point.y, point.mean) for point in result.means] == [
        (48, 110, 0),
        (104, 10, 10),
    ]


def test_no_line_leads_over_a_missing_week():
    result = chart(life(5, 5, None, 5))
    assert result.paths == ("M48 60L104 60",)
    assert len(result.means) == 3  # the last stands alone


def test_the_line_goes_on_over_new_year():
    first = date(2026, 12, 28)
    answers = [Answer(first + timedelta(days=at), 5, "s") for at in (0, 1, 7, 8)]
    assert len(chart(answers, today=date(2027, 1, 11)).paths) == 1


def test_weeks_before_the_last_twelve_are_shown_and_not_judged():
    result = chart(life(*[5] * 14), today=MONDAY + timedelta(weeks=14))
    assert [point.judged for point in result.means] == [False] * 2 + [True] * 12


def test_from_right_to_left_all_is_mirrored():
    mirrored = replace(PLAIN, mirrored=True)
    result, turned = chart(life(0, 10)), chart(life(0, 10), mirrored)
    assert [dot.x for dot in turned.dots] == [300 - dot.x for dot in result.dots]
    assert [dot.y for dot in turned.dots] == [dot.y for dot in result.dots]
    assert turned.paths == ("M252 110L196 10",)
    assert (result.scale[0].x, turned.scale[0].x) == (14, 286)
    assert (PLAIN.left, PLAIN.right, mirrored.left, mirrored.right) == (20, 300, 0, 280)


def test_wins_of_one_day_are_one_mark():
    before = MONDAY - timedelta(days=1)
    result = chart(life(5), wins=[("a", MONDAY), ("old", before), ("b", MONDAY)])
    assert [(day.x, day.ids) for day in result.win_days] == [(24, ("a", "b"))]


def test_the_scale_has_its_ends_and_middle():
    assert [(tick.value, tick.y) for tick in chart(life(5)).scale] == [(0, 110), (5, 60), (10, 10)]


def test_a_newcomer_has_four_weeks_of_room():
    result = chart(life(6), today=MONDAY + timedelta(days=4))
    assert [tick.day for tick in result.days] == [
        MONDAY - timedelta(weeks=at) for at in (3, 2, 1, 0)
    ]
    assert chart([]).dots == ()


def test_a_date_is_where_its_monday_begins():
    assert [tick.x for tick in chart(life(5)).days] == [20, 76, 132, 188, 244]


def test_an_answer_of_the_last_sunday_is_shown():
    sunday = TODAY + timedelta(days=6)
    assert [dot.x for dot in chart([Answer(sunday, 5, "s")], today=sunday).dots] == [295]


def test_a_year_has_no_more_dates_than_fit():
    days = chart(life(*[5] * 52), today=MONDAY + timedelta(weeks=52)).days
    assert 3 <= len(days) <= 5
    assert days[0].day == MONDAY


def test_everything_lies_inside():
    result = chart(life(*[0, 10] * 20), today=MONDAY + timedelta(weeks=40))
    places = [*result.dots, *result.means, *result.days]
    assert all(20 <= place.x <= 300 and 10 <= place.y <= 110 for place in places)
