"""Many who join at once: nobody is lost, and no place is given twice (R29)."""

from collections.abc import Callable

import pytest

from tests.support.aside import aside
from tests.support.at_once import at_once
from tests.support.make import KEYS, NOON, Someone, make_person, visit
from tests.support.owners.teams import a_team, leaves, number, places, runs, token_into
from webapp.domain.teams import joining, organisations
from webapp.rules.shared.ids import TeamId
from webapp.rules.shared.problems import NotFound
from webapp.rules.teams.teams import MOST_MEMBERS
from webapp.storage.account.people import Person
from webapp.storage.teams.invitations import Invitation
from webapp.storage.upkeep.opening import open_while


def joining_of(someone: Someone, token: str) -> Callable[[], object]:
    return lambda: joining.join(someone.me, token, KEYS, NOON)


def test_of_many_at_once_as_many_join_as_the_invitation_is_for(
    new_address: Callable[[], str],
) -> None:
    with aside(), open_while(new_address()):
        ana, *crowd = (make_person(f"P{at}") for at in range(13))
        team = a_team(ana)
        token = token_into(team, ana, uses=10)
        came = at_once(*(joining_of(one, token) for one in crowd))
        assert sorted(type(one).__name__ for one in came) == ["NotFound"] * 2 + ["int"] * 10
        assert len(places(team)) == 11
        assert Person.select().where(Person.teams == 1).count() == 11
        assert Invitation.get().uses_left == 0


def test_one_who_joins_twice_at_once_is_in_it_once(new_address: Callable[[], str]) -> None:
    with aside(), open_while(new_address()):
        ana, ben = make_person("Ana"), make_person("Ben")
        team = a_team(ana)
        token = token_into(team, ana, uses=2)
        assert at_once(joining_of(ben, token), joining_of(ben, token)) == [team, team]
        assert (places(team), ben.me.teams) == ({"Ana": "lead", "Ben": "member"}, 1)


def test_two_admins_who_remove_each_other_leave_one(new_address: Callable[[], str]) -> None:
    with aside(), open_while(new_address()):
        ana, ben = make_person("Ana"), make_person("Ben")
        acme = organisations.create_organisation(ana.me, "Acme", visit())
        runs(ben, acme, ana)
        came = at_once(
            lambda: organisations.remove_role(ana.me, acme, number(ben), NOON),
            lambda: organisations.remove_role(ben.me, acme, number(ana), NOON),
        )
        assert sorted(isinstance(one, NotFound) for one in came) == [False, True]
        assert len(organisations.people_in(acme)) == 1


@pytest.mark.long
def test_two_hundred_people_fill_a_team(db: None) -> None:
    ana = make_person("Ana")
    team: TeamId = a_team(ana)
    token = token_into(team, ana, uses=200)
    crowd = [make_person(f"P{at}") for at in range(MOST_MEMBERS - 1)]
    for one in crowd:
        joining.join(one.me, token, KEYS, NOON)
    assert len(places(team)) == MOST_MEMBERS
    assert {one.me.teams for one in crowd} == {1}


def test_joining_while_the_lead_leaves_ends_with_a_lead(new_address: Callable[[], str]) -> None:
    with aside(), open_while(new_address()):
        ana, ben = make_person("Ana"), make_person("Ben")
        team = a_team(ana)
        token = token_into(team, ana)
        at_once(joining_of(ben, token), lambda: leaves(ana, team))
        assert places(team) in ({"Ben": "lead"}, {})
