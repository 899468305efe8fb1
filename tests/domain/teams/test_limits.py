"""How many members, teams, organisations and invitations there can be: each at its edge."""

import re
from pathlib import Path

import pytest

from tests.support.make import DAY, KEYS, NOON, Someone, make_person, visit
from tests.support.owners.teams import a_team, runs
from webapp.domain.account.rate_limits import PER_NETWORK
from webapp.domain.teams import founding, organisations
from webapp.domain.teams.invitations import invitations_into, invite
from webapp.rules.shared.ids import OrganisationId, TeamId, id_of_organisation
from webapp.rules.shared.problems import Invalid
from webapp.rules.teams import teams as most
from webapp.rules.teams.invitations import MOST_INVITATIONS, Choice
from webapp.rules.teams.teams import Place
from webapp.storage.account.people import Owner
from webapp.storage.account.teams import Organisation, Team
from webapp.storage.teams.organisation_roles import OrganisationRole

SETTINGS = Path(__file__).parents[3] / "docs/settings.md"
STATED = {
    "members of a team": most.MOST_MEMBERS,
    "teams of a person": most.MOST_TEAMS,
    "teams in an organisation": most.MOST_TEAMS_OF_ORGANISATION,
    "admins and viewers of an organisation": most.MOST_PEOPLE_OF_ORGANISATION,
    "organisations of a person": most.MOST_ORGANISATIONS,
    "open invitations into a team or an organisation": MOST_INVITATIONS,
    "teams, and organisations, that a person makes a day": most.MADE.most,
    "new accounts from one network in half an hour": PER_NETWORK.most,
}


@pytest.fixture
def acme(ana: Someone) -> OrganisationId:
    """Return an organisation of which Ana is the admin."""
    return organisations.create_organisation(ana.me, "Acme", visit())


def fill_with_teams(acme: OrganisationId, number: int) -> list[TeamId]:
    """Store so many teams that nobody is in."""
    made = [Owner.create().id for _ in range(number)]
    row = {"name": "T", "created": NOON, "time_zone": "UTC", "organisation": acme}
    Team.insert_many([{**row, "owner": one} for one in made]).execute()
    return made


def fill_with_people(acme: OrganisationId, number: int) -> None:
    """Store so many viewers."""
    row = {"organisation": acme, "role": "viewer", "person_name": "V", "organisation_name": "Acme"}
    crowd = [make_person(f"V{at}").id for at in range(number)]
    OrganisationRole.insert_many([{**row, "person": one} for one in crowd]).execute()


def test_they_are_stated_for_who_runs_a_server() -> None:
    said = dict(re.findall(r"^\| ([^|`]+) \| ([0-9]+) \|$", SETTINGS.read_text(), re.MULTILINE))
    assert said == {what: str(number) for what, number in STATED.items()}


def test_an_organisation_holds_fifty_teams(ana: Someone, acme: OrganisationId) -> None:
    fill_with_teams(acme, 48)
    last = founding.create_team_in(ana.me, acme, "The 49th", "", visit())
    mine = a_team(ana, "The 50th")
    organisations.put_team(ana.me, mine, acme, NOON)
    for refused in (
        lambda: founding.create_team_in(ana.me, acme, "The 51st", "", visit()),
        lambda: organisations.put_team(ana.me, a_team(ana), acme, NOON),
    ):
        with pytest.raises(Invalid, match="50 teams"):
            refused()
    organisations.put_team(ana.me, mine, acme, NOON)  # it is there already
    organisations.put_team(ana.me, last, None, NOON)
    assert founding.create_team_in(ana.me, acme, "The 50th", "", visit())


def test_an_organisation_has_a_hundred_admins_and_viewers(
    ana: Someone, ben: Someone, cleo: Someone, acme: OrganisationId
) -> None:
    fill_with_people(acme, 98)
    runs(ben, acme, ana, place=Place.VIEWER)  # the 100th, with Ana
    with pytest.raises(Invalid, match="100 admins"):
        runs(cleo, acme, ana, place=Place.VIEWER)
    assert len(organisations.people_in(acme)) == most.MOST_PEOPLE_OF_ORGANISATION
    runs(ben, acme, ana)  # who is one of them already
    assert len(organisations.people_in(acme)) == most.MOST_PEOPLE_OF_ORGANISATION


def test_a_person_is_in_twenty_organisations(ana: Someone, ben: Someone) -> None:
    for at in range(most.MOST_ORGANISATIONS):
        organisations.create_organisation(ana.me, f"O{at}", visit(now=NOON + at * DAY))
    with pytest.raises(Invalid, match="20 organisations"):
        organisations.create_organisation(ana.me, "One more", visit(now=NOON + 40 * DAY))
    other = organisations.create_organisation(ben.me, "Ben's", visit())
    with pytest.raises(Invalid, match="20 organisations"):
        runs(ana, other, ben)
    assert (ana.me.organisations, Organisation.select().count()) == (20, 21)


def test_an_organisation_has_twenty_invitations(ana: Someone, acme: OrganisationId) -> None:
    for at in range(MOST_INVITATIONS):
        assert invite(ana.me, acme, Choice(7, 1, Place.VIEWER), KEYS, str(at), NOON)
    with pytest.raises(Invalid, match="Revoke one"):
        invite(ana.me, acme, Choice(7, 1, Place.VIEWER), KEYS, "more", NOON)
    assert len(invitations_into(id_of_organisation(acme), NOON)) == MOST_INVITATIONS
