"""Bad luck in a window: people and teams that come, go and move, clocks, and what arrives late."""

from pathlib import Path

import pytest

from tests.support.make import MINUTE, make_person
from tests.support.owners.teams import a_team, joins, leaves
from tests.support.owners.windows import (
    W,
    answers,
    at,
    choose,
    five,
    publish,
    shown,
)
from webapp.domain.teams.confidence import change_rule, rule_ahead, rule_of
from webapp.domain.teams.teams import archive_team
from webapp.rules.shared.problems import Invalid
from webapp.rules.teams.confidence import Rule
from webapp.storage.teams.team_windows import TeamWindow

pytestmark = pytest.mark.usefixtures("db")


def test_a_team_of_five_that_becomes_four_in_mid_window_is_not_shown(tmp_path: Path):
    team, people = five()
    for one in people:
        answers(one, 5)
    leaves(people[4], team, now=at(W, 20))
    assert publish(tmp_path) == [W - 1, W]
    assert TeamWindow.select().count() == 0


@pytest.mark.parametrize("when", [at(W, 27, 23), at(W, 28, 20), at(W, 29, 3)])
def test_who_leaves_while_the_last_day_goes_on_anywhere_is_not_counted(tmp_path: Path, when: int):
    team, people = five()
    for one in people:
        answers(one, 5)
    leaves(people[4], team, now=when)
    publish(tmp_path)
    assert shown(team) == {}


def test_k_that_is_raised_in_mid_window_counts_from_the_next(tmp_path: Path):
    team, people = five()
    change_rule(team, {"k": "6"}, at(W, 10))
    for one in people:
        answers(one, 5)
        answers(one, 5, when=at(W + 1, 5))
    publish(tmp_path, at(W + 1, 34, 0))
    assert shown(team) == {W: "5-6 of 5-7", W + 1: ""}
    assert (rule_of(team, W), rule_of(team, W + 1), rule_ahead(team)) == (Rule(), Rule(6), Rule(6))


def test_who_moves_at_the_edge_of_a_window_is_in_one_figure_at_most(tmp_path: Path):
    team, people = five()
    other, mates = five("Sales")
    mover = people[4]
    for one in [*people, *mates]:
        answers(one, 5)
        answers(one, 5, when=at(W + 1, 5))
    joins(mover, other, mates[0], now=at(W, 20))
    choose(mover, other, at(W, 27))  # from W + 1 on
    leaves(mover, team, now=at(W, 27, 20))
    publish(tmp_path, at(W + 1, 34, 0))
    assert (shown(team), shown(other)) == ({}, {W: "5-6 of 5-7", W + 1: "5-6 of 5-7"})


def test_both_sides_of_the_date_line_answer_for_their_own_day(tmp_path: Path):
    team, people = five()
    east, west, *others = people
    for one in others:
        answers(one, 5)
    # Kiritimati on its Monday, while it is Sunday noon in UTC; and Honolulu, still on its Sunday.
    answers(east, 5, when=at(W, -1, 16), offset=14 * 60, zone="Pacific/Kiritimati")
    answers(west, 5, when=at(W, 28, 9), offset=-10 * 60, zone="Pacific/Honolulu")
    publish(tmp_path)
    assert shown(team) == {W: "5-6 of 5-7"}


def test_an_answer_of_the_first_day_after_is_of_the_next_window(tmp_path: Path):
    team, people = five()
    for one in people[1:]:
        answers(one, 5)
    answers(people[0], 5, when=at(W, 28, 9), offset=60, zone="Europe/Berlin")
    publish(tmp_path)
    assert shown(team) == {}


def test_clocks_that_change_on_the_last_day_move_no_answer(tmp_path: Path):
    autumn = W - 1  # it ends on Sunday 1 November, when clocks change in New York
    people = [make_person(f"P{n}") for n in range(5)]
    team = a_team(people[0], "Platform", *people[1:], now=at(autumn - 1, 3))
    for one in people:
        choose(one, team, at(autumn - 1, 10))
        # Monday 03:59 by the new time, when their Sunday is not over; 04:59 by the old one.
        answers(one, 5, when=at(autumn, 28, 9) - MINUTE, offset=-300, zone="America/New_York")
    publish(tmp_path, at(autumn, 34, 0))
    assert shown(team) == {autumn: "5-6 of 5-7"}


@pytest.mark.parametrize(("when", "figures"), [(at(W, 20), {}), (at(W, 30), {W: "5-6 of 5-7"})])
def test_a_team_that_is_archived_has_a_figure_of_windows_that_were_over(
    tmp_path: Path, when: int, figures: dict[int, str]
):
    team, people = five()
    for one in people:
        answers(one, 5)
    archive_team(people[0].me, team, when)
    publish(tmp_path)
    assert shown(team) == figures


def test_an_archived_team_cannot_be_chosen():
    team, people = five()
    archive_team(people[0].me, team, at(W, 3))
    with pytest.raises(Invalid):
        choose(people[1], team, at(W, 4))


def test_missed_windows_are_published_at_the_next_run_the_oldest_first_each_once(tmp_path: Path):
    team, people = five()
    for one in people:
        answers(one, 5)
        answers(one, 8, when=at(W + 1, 5))
        answers(one, 2, when=at(W + 3, 5))
    much_later = at(W + 3, 40)
    assert publish(tmp_path, much_later) == [W - 1, W, W + 1, W + 2, W + 3]
    assert publish(tmp_path, much_later) == []
    few, many = "<=3 of 5-7", ">=7 of 5-7"
    assert shown(team) == {W + 3: few, W + 2: "", W + 1: many, W: "5-6 of 5-7"}
    assert list(shown(team)) == [W + 3, W + 2, W + 1, W]
