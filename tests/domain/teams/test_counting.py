"""In which team answers count: one at most, chosen, and from the next window on (R36)."""

from pathlib import Path

import pytest

from tests.support.make import MINUTE, Someone, make_person
from tests.support.owners.teams import a_team, joins, number
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
from webapp.rules.shared.ids import id_of_team
from webapp.rules.shared.problems import Invalid, NotFound
from webapp.rules.teams.teams import Place
from webapp.rules.teams.windows import window
from webapp.storage.teams.counting import CountsIn

pytestmark = pytest.mark.usefixtures("db")


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


def test_what_a_team_asks_that_is_not_there_cannot_be_changed():
    with pytest.raises(NotFound):
        change_rule(id_of_team(10**9), {"k": "6"}, BEFORE)
