"""The state and the size of what an owner has, a person or a team."""

import pytest

from tests.support.make import NOON, Someone
from tests.support.queries import counted_queries
from webapp.rules.shared.ids import OwnerId, TeamId, id_of_person
from webapp.storage.account.owners import add_stored, raise_rev, raise_rev_of_team
from webapp.storage.account.people import Owner, Person
from webapp.storage.account.teams import Team


@pytest.fixture
def team(db: None) -> OwnerId:
    """Return the number of a team."""
    owner = Owner.create()
    Team.create(owner=owner, name="Ours", created=NOON, time_zone="Europe/Berlin")
    return OwnerId(owner.id)


def test_a_change_raises_the_rev_of_a_person_or_of_a_team(ana: Someone, team: OwnerId) -> None:
    assert raise_rev(id_of_person(ana.id))
    assert raise_rev(team)
    assert raise_rev_of_team(TeamId(team), name="Theirs")
    assert Person.get_by_id(ana.id).rev == 2
    assert (Team.get_by_id(team).rev, Team.get_by_id(team).name) == (3, "Theirs")


def test_nobody_has_a_rev(team: OwnerId) -> None:
    assert not raise_rev(OwnerId(team + 1))


def test_what_a_team_stores_is_counted(ana: Someone, team: OwnerId) -> None:
    add_stored(team, 7)
    add_stored(id_of_person(ana.id), 5)
    assert (Team.get_by_id(team).stored, Person.get_by_id(ana.id).stored) == (7, 5)


def test_a_person_costs_one_statement(ana: Someone) -> None:
    with counted_queries() as statements:
        raise_rev(id_of_person(ana.id))
        add_stored(id_of_person(ana.id), 5)
    assert len(statements) == 2
