"""The Insights of a team: published bands, measures of its things, nobody's name (R36, R37)."""

import re
from datetime import date
from pathlib import Path

import pytest
from flask import Flask

from tests.support.make import DAY, NOON, Someone, win
from tests.support.owners.teams import a_team
from tests.support.owners.windows import W, answers, at, five, publish
from tests.support.queries import counted_queries
from tests.web.conftest import Browser
from webapp.domain.objectives.indicators import add_indicator, store_values
from webapp.domain.teams.acting import acting_for_team
from webapp.domain.teams.confidence import change_rule
from webapp.rules.objectives.indicators import Measure, Value
from webapp.storage.teams.team_windows import store_figure

PAST = W - 1  # 5 October to 1 November: published when these tests look at a page
ROW = re.compile(
    r"<tr>\s*<th scope=\"row\">(.*?)</th>\s*<td>(.*?)</td>\s*<td>(.*?)</td>", re.DOTALL
)


def rows(page: str) -> list[tuple[str, ...]]:
    """Return the table of windows as a page shows it, without the bars that repeat it."""
    words = re.sub(r"<svg.*?</svg>", "", page, flags=re.DOTALL)
    return [tuple(part.strip() for part in row) for row in ROW.findall(words)]


def seen(app: Flask, someone: Someone, team: int) -> list[tuple[str, ...]]:
    """Return that table as somebody sees it."""
    return rows(Browser(someone.browser(app)).get(f"/teams/{team}/insights").text)


def test_a_window_of_five_is_shown_to_all_and_frozen(app: Flask, db: None, tmp_path: Path):
    team, people = five(period=PAST)
    for one in people:
        answers(one, 5, when=at(PAST, 3))
    publish(tmp_path, NOON)
    shown = [("5 Oct – 1 Nov", "5–6", "5–7 people")]
    assert [seen(app, one, team) for one in people] == [shown] * 5
    answers(people[0], 0, when=at(PAST, 4))  # from a phone that was off
    publish(tmp_path, NOON)
    assert seen(app, people[1], team) == shown


def test_without_a_figure_it_says_when_the_next_can_come_and_for_how_many(
    as_ben: Browser, ana: Someone, ben: Someone
):
    team = a_team(ana, "Platform", ben)
    page = " ".join(as_ben.get(f"/teams/{team}/insights").text.split())
    assert "No figure yet" in page
    assert "The next can come on Sun 6 Dec, for 2 Nov – 29 Nov: if at least 5 people" in page


def test_what_is_said_of_k_is_what_the_next_window_began_with(as_ana: Browser, ana: Someone):
    team = a_team(ana, "Platform")
    change_rule(team, {"k": "8"}, at(PAST, 3))
    change_rule(team, {"k": "10"}, at(W, 3))
    assert "if at least 8 people" in " ".join(as_ana.get(f"/teams/{team}/insights").text.split())


def test_a_window_without_a_figure_after_one_is_not_shown(as_ana: Browser, ana: Someone):
    team = a_team(ana, "Platform")
    for number, band in ((PAST - 3, "<=3"), (PAST, ">=7")):
        store_figure(team, number, band, "15+")
    found = [row[1:] for row in rows(as_ana.get(f"/teams/{team}/insights").text)]
    assert found == [
        ("7+", "15+ people"),
        ("not shown", ""),
        ("not shown", ""),
        ("3 or less", "15+ people"),
    ]


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("4-5", "4-5", "The same band"),
        ("4-5", "5-6", "A higher band"),
        ("4-5", "<=4", "A lower band"),
        ("<=4", "3-4", "Its bands are others"),
    ],
)
def test_the_last_two_figures_are_compared_by_their_bands_with_caution(
    as_ana: Browser, ana: Someone, before: str, after: str, says: str
):
    team = a_team(ana, "Platform")
    store_figure(team, PAST - 1, before, "5-7")
    store_figure(team, PAST, after, "5-7")
    page = as_ana.get(f"/teams/{team}/insights").text
    assert says in page
    assert "not enough to" in page


def test_bands_that_do_not_rise_ask_about_goals_where_there_are_wins(as_ana: Browser, ana: Someone):
    team = a_team(ana, "Platform")
    for number in (PAST - 2, PAST - 1, PAST):
        store_figure(team, number, "5-6", "5-7")
    assert "goals within reach" not in as_ana.get(f"/teams/{team}/insights").text
    ana.sends(*(win(f"No. {n}", visibility=f"team:{team}") for n in range(5)))
    page = as_ana.get(f"/teams/{team}/insights").text
    assert "5 wins on the board since Mon 31 Aug" in page
    store_figure(team, PAST + 1, "6-7", "5-7")
    assert "goals within reach" not in as_ana.get(f"/teams/{team}/insights").text


def test_pitfalls_name_wins_and_no_person(as_ben: Browser, ana: Someone, ben: Someone):
    team = a_team(ana, "Platform", ben)
    ana.sends(*(win(f"No. {n}", visibility=f"team:{team}") for n in range(6)))
    page = as_ben.get(f"/teams/{team}/insights").text
    assert "6 of the last 6 wins on the board are filed under no objective" in page
    main = page.partition("<main")[2].partition("</main")[0]
    assert len(set(re.findall(r"No\. \d", main))) == 3  # and three more
    assert not re.search(r"\b(Ana|Ben)\b", main)


def test_it_costs_few_statements_whatever_there_is(as_ana: Browser, ana: Someone):
    team = a_team(ana, "Platform")
    store_figure(team, PAST, "5-6", "5-7")
    ana.sends(*(win(f"No. {n}", visibility=f"team:{team}") for n in range(9)))
    acting = acting_for_team(team, ana.me.id)
    defects = add_indicator(
        acting, Measure("Defects", better="down")
    )  # then improvements are asked for, too
    store_values(acting, defects, [Value(date(2026, 11, 20), 3, 40)])
    assert "Defects" in as_ana.get(f"/teams/{team}/insights").text
    with counted_queries() as queries:
        as_ana.get(f"/teams/{team}/insights")
    assert len(queries) <= 10, "\n".join(queries)


def test_of_more_wins_than_are_read_the_last_whole_days_are_said(
    as_ana: Browser, ana: Someone, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("webapp.storage.teams.recent.MOST_RECENT", 5)
    team = a_team(ana, "Platform")
    for day in range(3):
        at = NOON - day * DAY
        ana.sends(*(win(f"{day} {n}", at=at, visibility=f"team:{team}") for n in range(2)))
    page = " ".join(as_ana.get(f"/teams/{team}/insights").text.split())
    assert re.search(r"4 wins · 2\d Nov – ", page)
