"""Two members do the same in a review at the same moment, each on a connection of their own."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from tests.support.aside import aside
from tests.support.at_once import at_once
from tests.support.make import NOON, line, make_person
from tests.support.owners.some_team import SomeTeam, make_team
from webapp.domain.reviews import obstacles, reviews
from webapp.rules.reviews.reviews import ReviewStep
from webapp.storage.goals.goals import Goal
from webapp.storage.reviews.lines import ReviewLine
from webapp.storage.reviews.reviews import Review
from webapp.storage.upkeep.opening import open_while

TODAY = date(2026, 11, 28)


@pytest.fixture
def both(new_address: Callable[[], str]) -> Iterator[tuple[SomeTeam, SomeTeam]]:
    """Yield the same team twice, as Ana and as Ben act for it, on a database of its own."""
    with aside(), open_while(new_address()):
        ana, ben = make_person("Ana"), make_person("Ben")
        team = make_team("Platform", ana, ben)
        yield team, SomeTeam("Platform", team.id, ben)


@pytest.fixture
def review(both: tuple[SomeTeam, SomeTeam]) -> str:
    """Begin a review and return its id."""
    return reviews.begin(both[0].me, TODAY, NOON)


def twice(both: tuple[SomeTeam, SomeTeam], does: Callable[[SomeTeam], object]) -> list[object]:
    """Let both do it at once; return what came of it, in which no error may be."""
    came = at_once(*(lambda one=one: does(one) for one in both))
    assert not [one for one in came if isinstance(one, Exception)], came
    return came


def test_two_who_begin_it_at_once_are_in_the_same(both: tuple[SomeTeam, SomeTeam]) -> None:
    first, second = twice(both, lambda one: reviews.begin(one.me, TODAY, NOON))
    assert (first == second, Review.select().count()) == (True, 1)


def test_settled_at_once_both_ways_are_kept(both: tuple[SomeTeam, SomeTeam], review: str) -> None:
    both[0].sends(obstacle := line(review))
    ways = {one.member.id: f"Way of {one.member.name}" for one in both}
    twice(
        both,
        lambda one: obstacles.settle_obstacle(
            one.me, obstacle["id"], ways[one.member.id], review, NOON
        ),
    )
    kept = ReviewLine.get()
    assert sorted(kept.outcome.split("\n")) == sorted(ways.values())
    assert (kept.settled, kept.settled_in) == (NOON, review)


def test_lines_that_are_added_at_once_are_all_there(
    both: tuple[SomeTeam, SomeTeam], review: str
) -> None:
    said = {one: [line(review, f"{one.member.name} {n}") for n in range(25)] for one in both}
    twice(both, lambda one: [one.sends(each) for each in said[one]])
    assert ReviewLine.select().count() == 50
    authors = {row.what.partition(" ")[0]: row.author for row in ReviewLine.select()}
    assert authors == {"Ana": both[0].member.id, "Ben": both[1].member.id}


def test_two_who_go_on_at_once_skip_no_step(both: tuple[SomeTeam, SomeTeam], review: str) -> None:
    twice(both, lambda one: reviews.go_on(one.me, review, "progress", ReviewStep.OBSTACLES, NOON))
    assert Review.get().step == "obstacles"


def test_a_line_that_two_make_a_goal_of_is_one(
    both: tuple[SomeTeam, SomeTeam], review: str
) -> None:
    both[0].sends(wanted := line(review, "Run the import", "next"))
    first, second = twice(both, lambda one: obstacles.make_goal(one.me, wanted["id"], review, NOON))
    assert (first == second, Goal.select().count()) == (True, 1)
