"""A window is published once, of all teams, a week after its end, and then it is frozen (R36)."""

from pathlib import Path

import pytest

from tests.support.make import Someone, make_person, visit
from tests.support.owners.teams import joins, leaves, number
from tests.support.owners.windows import (
    BEFORE,
    DUE,
    W,
    answers,
    at,
    choose,
    five,
    publish,
    shown,
)
from webapp.domain.teams.confidence import change_rule
from webapp.domain.teams.organisations import create_organisation, put_team
from webapp.storage.teams.counting import ConfidenceRule, CountsIn
from webapp.storage.teams.team_windows import TeamWindow, answers_in, store_figure

pytestmark = pytest.mark.usefixtures("db")


def test_five_who_answered_are_shown_as_a_band_and_a_step(tmp_path: Path):
    team, people = five()
    for value, one in enumerate(people, 4):  # 4, 5, 6, 7, 8
        answers(one, value)
    assert publish(tmp_path) == [W - 1, W]
    assert shown(team) == {W: "6-7 of 5-7"}


def test_nothing_is_published_before_the_seventh_day(tmp_path: Path):
    team, people = five()
    for one in people:
        answers(one, 5)
    assert publish(tmp_path, DUE - 1) == [W - 1]
    assert shown(team) == {}


def test_each_counts_once_by_their_mean_rounded_half_up(tmp_path: Path):
    team, people = five()
    for value in (10, 10, 10, 9):
        answers(people[0], value)
    for one in people[1:]:
        answers(one, 3)
        answers(one, 4)  # 3.5 is 4, so that the sum is 10 + 16
    publish(tmp_path)
    assert shown(team) == {W: "5-6 of 5-7"}


def test_who_leaves_after_the_window_is_counted_in_it(tmp_path: Path):
    team, people = five()
    for one in people:
        answers(one, 5)
    leaves(people[4], team, now=at(W, 30))
    publish(tmp_path)
    assert shown(team) == {W: "5-6 of 5-7"}


def test_the_stricter_rule_has_a_step_and_bands_of_its_own(tmp_path: Path):
    team, people = five(size=6)
    change_rule(team, {"stricter": "yes"}, BEFORE)
    for one in people:
        answers(one, 4)
    publish(tmp_path)
    assert shown(team) == {W: "<=4 of 6-7"}


def test_a_rule_that_is_changed_twice_before_a_window_is_one_row(tmp_path: Path):
    team, _ = five()
    change_rule(team, {"k": "6"}, at(W, 3))
    change_rule(team, {"k": "8"}, at(W, 4))
    assert [(row.since, row.k) for row in ConfidenceRule.select()] == [(W + 1, 8)]


def test_about_a_year_of_windows_is_listed(tmp_path: Path):
    team, _ = five()
    store_figure(team, W - 20, "5-6", "5-7")
    publish(tmp_path)
    assert list(shown(team)) == list(range(W, W - 13, -1))


def test_no_figure_is_made_of_an_organisation(tmp_path: Path):
    (team, people), (other, mates) = five(), five("Sales")
    lead = people[0]
    organisation = create_organisation(lead.me, "Acme", visit(now=BEFORE))
    put_team(lead.me, team, organisation, BEFORE)
    for one in [*people, *mates]:
        answers(one, 5)
    publish(tmp_path)
    assert {row.team_id for row in TeamWindow.select()} == {team, other}


def test_after_publishing_no_row_says_who_was_counted(tmp_path: Path):
    team, people = five()
    for one in people:
        answers(one, 5)
    leaves(people[4], team, now=at(W, 30))
    newcomer = make_person("New")
    joins(newcomer, team, people[0], now=at(W, 31))
    choose(newcomer, team, at(W, 31))
    assert CountsIn.select().where(CountsIn.since <= W).count() == 5
    publish(tmp_path)
    left = {(row.person_id, row.since, row.until) for row in CountsIn.select()}
    assert left == {
        *((one.id, W + 1, None) for one in people[:4]),
        (newcomer.id, W + 2, None),
    }
    assert {row.team_id for row in TeamWindow.select()} == {team}


def test_the_publisher_reads_a_number_a_sum_and_the_scales(ana: Someone):
    answers(ana, 3)
    answers(ana, 4, when=at(W, 28, 12))
    assert answers_in(number(ana), "2026-11-01", "2026-11-30") == (2, 7, *SCALES)
    assert answers_in(number(ana), "2026-11-01", "2026-11-29") == (1, 3, *SCALES)
    assert answers_in(number(ana), "2026-01-01", "2026-01-02") == (0, 0, "", "")


SCALES = ("capability-0-10-v1",) * 2
