"""The heatmap of the last twelve weeks."""

from datetime import date

import pytest

from webapp.rules.charts.heatmap import first_day, heatmap, last_days, level_of

WEDNESDAY = date(2026, 11, 25)


def test_it_is_seven_rows_of_twelve_days_that_begin_on_a_monday():
    weeks = heatmap({}, WEDNESDAY)
    assert [len(row) for row in weeks] == [12] * 7
    assert weeks[0][0].date == first_day(WEDNESDAY) == date(2026, 9, 7)
    assert weeks[6][11].date == date(2026, 11, 29)


def test_each_row_is_one_weekday():
    assert [{day.date.weekday() for day in row} for row in heatmap({}, WEDNESDAY)] == [
        {weekday} for weekday in range(7)
    ]


def test_future_days_differ_from_days_without_a_win():
    last_week = [row[11] for row in heatmap({}, WEDNESDAY)]
    assert [day.ahead for day in last_week] == [False] * 3 + [True] * 4


def test_a_day_shows_how_many_wins_it_has():
    weeks = heatmap({"2026-11-25": 300, "2026-09-07": 1, "2020-01-01": 9}, WEDNESDAY)
    assert (weeks[2][11].wins, weeks[2][11].level) == (300, 4)
    assert (weeks[0][0].wins, weeks[0][0].level) == (1, 1)
    assert sum(day.wins for row in weeks for day in row) == 301


@pytest.mark.parametrize(
    ("wins", "step"), [(0, 0), (1, 1), (2, 2), (3, 2), (4, 3), (6, 3), (7, 4), (300, 4)]
)
def test_it_grows_warmer_in_steps(wins, step):
    assert level_of(wins) == step


def test_it_goes_over_new_year():
    assert first_day(date(2027, 1, 1)) == date(2026, 10, 12)


def test_the_last_days_end_today():
    days = last_days(heatmap({"2026-11-24": 2}, WEDNESDAY), 14)
    assert [days[0].date, days[-1].date] == [date(2026, 11, 12), WEDNESDAY]
    assert [day.wins for day in days[-2:]] == [2, 0]
