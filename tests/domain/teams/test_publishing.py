"""A window is published once, of all teams, a week after its end, and then it is frozen (R36)."""

from pathlib import Path

import pytest

from tests.support.make import MINUTE, Someone, make_person, visit
from tests.support.owners.teams import a_team, joins, leaves, number
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
from webapp.domain.teams import memberships
from webapp.domain.teams.confidence import change_rule
from webapp.domain.teams.counting import own_choice
from webapp.domain.teams.organisations import create_organisation, put_team
from webapp.rules.shared.ids import id_of_team
from webapp.rules.shared.problems import Invalid
from webapp.rules.teams.teams import Place
from webapp.rules.teams.windows import window
from webapp.storage.teams.counting import ConfidenceRule, CountsIn
from webapp.storage.teams.team_windows import TeamWindow, answers_in

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


@pytest.mark.parametrize("when", [at(W, -1, 8), at(W, 0), at(W, 10)])
def test_who_chooses_after_the_window_began_anywhere_counts_from_the_next(
    tmp_path: Path, when: int
):
    team, people = five(size=4)
    late = make_person("Late")
    joins(late, team, people[0], now=when - MINUTE)
    choose(late, team, when)
    for one in [*people, late]:
        answers(one, 5)
        answers(one, 5, when=at(W + 1, 5))
    assert publish(tmp_path, at(W + 1, 34, 0)) == [W - 1, W, W + 1]
    assert shown(team) == {W + 1: "5-6 of 5-7"}


def test_nobody_is_counted_who_has_not_chosen(tmp_path: Path):
    team, people = five(size=4)
    silent = make_person("Silent")
    joins(silent, team, people[0], now=BEFORE)
    for one in [*people, silent]:
        answers(one, 5)
    publish(tmp_path)
    assert (shown(team), own_choice(silent.me, DUE).is_answered) == ({}, False)


def test_an_observer_is_not_counted_nor_who_was_one_for_a_while(tmp_path: Path):
    team, people = five()
    for one in people:
        answers(one, 5)
    for place in (Place.OBSERVER, Place.MEMBER):
        memberships.set_place(people[0].me, team, number(people[4]), place, at(W, 3))
    publish(tmp_path)
    assert shown(team) == {}


def test_an_observer_cannot_choose_the_team(tmp_path: Path):
    team, people = five()
    memberships.set_place(people[0].me, team, number(people[1]), Place.OBSERVER, at(W, 3))
    with pytest.raises(Invalid):
        choose(people[1], team, at(W, 4))


def test_a_stranger_cannot_choose_the_team_and_nobody_one_that_is_not_there(ben: Someone):
    team, people = five()
    for someone, chosen in ((ben, team), (people[0], 10**9)):
        with pytest.raises(Invalid):
            choose(someone, id_of_team(chosen), at(W, 4))


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


def test_a_choice_stands_through_published_windows_and_can_be_taken_back(tmp_path: Path):
    team, people = five()
    publish(tmp_path)
    choice = own_choice(people[0].me, DUE)
    assert (choice.team, choice.begins) == (team, None)
    choose(people[0], None, DUE)
    choice = own_choice(people[0].me, DUE)
    assert (choice.is_answered, choice.team, choice.begins) == (True, None, window(W + 2).first)


def test_the_last_of_two_choices_counts_and_the_present_window_stays(tmp_path: Path):
    team, people = five()
    other = a_team(people[0], "Sales", now=at(W, 1))
    choose(people[0], other, at(W, 2))
    choose(people[0], None, at(W, 3))
    rows = CountsIn.select().where(CountsIn.person == people[0].id).order_by(CountsIn.since)
    assert [(row.team_id, row.since, row.until) for row in rows] == [
        (team, W, W + 1),
        (None, W + 1, None),
    ]


def test_the_publisher_reads_a_number_a_sum_and_the_scales(ana: Someone):
    answers(ana, 3)
    answers(ana, 4, when=at(W, 28, 12))
    assert answers_in(number(ana), "2026-11-01", "2026-11-30") == (2, 7, *SCALES)
    assert answers_in(number(ana), "2026-11-01", "2026-11-29") == (1, 3, *SCALES)
    assert answers_in(number(ana), "2026-01-01", "2026-01-02") == (0, 0, "", "")


SCALES = ("capability-0-10-v1",) * 2
