"""What one member of a team does in a review leaves what the others did (R35)."""

from datetime import date

import pytest

from tests.support.make import KEYS, NOON, Someone, line
from tests.support.owners.some_team import SomeTeam, make_team
from webapp.domain.reviews import reviews
from webapp.domain.reviews.agendas import agenda_of_step, names_of_mates
from webapp.domain.reviews.calendars import (
    calendar_made,
    calendar_with,
    make_calendar,
    revoke_calendar,
)
from webapp.domain.reviews.lines import line_of
from webapp.domain.reviews.obstacles import give_back_obstacle, make_goal, take_obstacle
from webapp.domain.teams.acting import ActingForTeam
from webapp.rules.reviews.reviews import ReviewStep
from webapp.storage.reviews.calendars import ReviewCalendar

TODAY = date(2026, 11, 22)


@pytest.fixture
def both(ana: Someone, ben: Someone) -> tuple[ActingForTeam, ActingForTeam]:
    """Return two members of a team."""
    team = make_team("Harbour", ana, ben)
    return team.me, SomeTeam("Harbour", team.id, ben).me


def test_a_team_names_its_members_and_a_person_alone_nobody(both, ana: Someone) -> None:
    names = names_of_mates(both[0])
    assert (sorted(names.values()), names_of_mates(ana.me)) == (["Ana", "Ben"], {})


def test_one_who_is_not_done_after_all_leaves_the_others(both) -> None:
    one, other = both
    review = reviews.begin(one, TODAY, NOON)
    for acting in both:
        reviews.say_done(acting, review, ReviewStep.PROGRESS, done=True)
    reviews.say_done(one, review, ReviewStep.PROGRESS, done=False)
    assert agenda_of_step(one, review, "", TODAY, NOON).done == (other.actor,)


def test_an_obstacle_that_a_member_gives_back_is_nobodys(ana: Someone, ben: Someone) -> None:
    team = make_team("Harbour", ana, ben)
    said = line(review := reviews.begin(team.me, TODAY, NOON), "No test machine")
    team.sends(said)
    take_obstacle(team.me, str(said["id"]), review)
    assert line_of(team.me, str(said["id"])).holder == ana.id
    give_back_obstacle(team.me, str(said["id"]), review)
    assert line_of(team.me, str(said["id"])).holder is None


def test_who_gives_back_what_another_took_meanwhile_takes_it_from_nobody(
    ana: Someone, ben: Someone
) -> None:
    team = make_team("Harbour", ana, ben)
    team.sends(said := line(review := reviews.begin(team.me, TODAY, NOON), "No test machine"))
    for acting in (team.me, SomeTeam("Harbour", team.id, ben).me):
        take_obstacle(acting, said["id"], review)
    give_back_obstacle(team.me, said["id"], review)
    assert line_of(team.me, said["id"]).holder == ben.id


def test_a_line_of_a_team_becomes_one_goal(ana: Someone, ben: Someone) -> None:
    team = make_team("Harbour", ana, ben)
    said = line(review := reviews.begin(team.me, TODAY, NOON), "Send the update", "next")
    team.sends(said)
    goals = [make_goal(team.me, str(said["id"]), review, NOON) for _ in range(2)]
    assert goals[0] == goals[1]


def made(acting: ActingForTeam) -> str:
    return make_calendar(acting, "Europe/Berlin", TODAY, KEYS, "", NOON)


def test_each_has_a_calendar_of_their_own(both) -> None:
    one, other = both
    of_one = made(one)
    assert (calendar_made(one), calendar_made(other)) == (NOON, None)
    of_other = made(other)
    assert calendar_with(of_one, KEYS, NOON)
    revoke_calendar(other)
    assert calendar_with(of_one, KEYS, NOON)
    assert calendar_with(of_other, KEYS, NOON) is None


def test_only_the_keyed_hash_of_an_address_is_stored(both) -> None:
    token = made(both[0])
    assert ReviewCalendar.get().token_hash not in token
