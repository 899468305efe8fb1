"""What an admin of an organisation does with its teams, and no other admin (R29)."""

import pytest

from tests.support.make import DAY, NOON, Someone, visit
from tests.support.owners.teams import a_team, joins, leaves, number, places, runs
from webapp.domain.teams import founding, memberships, organisations, teams
from webapp.domain.teams.memberships import own_teams
from webapp.domain.teams.notices import told
from webapp.domain.teams.organisations import create_organisation, put_team
from webapp.rules.shared.ids import OrganisationId, TeamId
from webapp.rules.shared.problems import Invalid, NotFound
from webapp.rules.shared.rate_limits import TooMany
from webapp.rules.teams.teams import MADE, MOST_TEAMS, Place


@pytest.fixture
def acme(ana: Someone) -> OrganisationId:
    """Return an organisation of which Ana is the admin."""
    return create_organisation(ana.me, "Acme", visit())


@pytest.fixture
def platform(ana: Someone, ben: Someone, acme: OrganisationId) -> TeamId:
    """Return a team of Ben's in it."""
    team = a_team(ben)
    put_team(ana.me, team, acme, NOON)
    return team


def news(someone: Someone) -> list[tuple[str, str]]:
    return [(one.kind.value, one.about) for one in told(someone.me)]


def test_an_admin_makes_a_team_and_leads_it(ana: Someone, acme: OrganisationId) -> None:
    team = founding.create_team_in(ana.me, acme, "Support", "", visit())
    assert places(team) == {"Ana": "lead"}
    assert organisations.teams_of_organisation(acme) == [(team, "Support")]
    assert [(one.name, one.organisation_name) for one in own_teams(ana.me)] == [("Support", "Acme")]
    assert news(ana) == []


def test_or_somebody_of_its_teams_leads_it_and_is_told(
    ana: Someone, ben: Someone, acme: OrganisationId, platform: TeamId
) -> None:
    team = founding.create_team_in(ana.me, acme, "Support", str(ben.id), visit())
    assert (places(team), ana.me.teams, ben.me.teams) == ({"Ben": "lead"}, 0, 2)
    assert news(ben) == [("promoted", "")]


def test_a_stranger_to_the_organisation_leads_none_of_its_teams(
    ana: Someone, cleo: Someone, acme: OrganisationId
) -> None:
    with pytest.raises(Invalid, match="Choose somebody"):
        founding.create_team_in(ana.me, acme, "Support", str(cleo.id), visit())
    assert organisations.teams_of_organisation(acme) == []


def test_a_viewer_reads_along_and_leads_nothing(
    ana: Someone, cleo: Someone, acme: OrganisationId
) -> None:
    runs(cleo, acme, ana, place=Place.VIEWER)
    with pytest.raises(Invalid, match="Choose somebody"):
        founding.create_team_in(ana.me, acme, "Support", str(cleo.id), visit())
    with pytest.raises(NotFound):
        founding.create_team_in(cleo.me, acme, "Support", "", visit())


def test_an_admin_archives_a_team_and_its_members_are_told_once(
    ana: Someone, ben: Someone, acme: OrganisationId, platform: TeamId
) -> None:
    for later in range(2):
        founding.archive_team_in(ana.me, acme, platform, NOON + later)
    assert teams.team_of(platform).archived == NOON
    assert news(ben) == [("archived", "")]


def test_where_nobody_is_left_an_admin_names_a_lead_and_the_team_is_used_again(
    ana: Someone, ben: Someone, cleo: Someone, acme: OrganisationId, platform: TeamId
) -> None:
    runs(cleo, acme, ana)
    leaves(ben, platform)
    founding.name_lead(ana.me, acme, platform, str(cleo.id), NOON + DAY)
    assert (places(platform), teams.team_of(platform).archived) == ({"Cleo": "lead"}, None)
    [own] = own_teams(cleo.me)
    assert (own.name, own.organisation_name, own.archived) == ("Platform", "Acme", None)
    assert (news(cleo), cleo.me.teams) == ([("promoted", "")], 1)


def test_a_lead_who_was_an_observer_before_is_one_no_more(
    ana: Someone, ben: Someone, cleo: Someone, acme: OrganisationId, platform: TeamId
) -> None:
    joins(cleo, platform, ben, place=Place.OBSERVER)
    leaves(cleo, platform)
    leaves(ben, platform)
    runs(cleo, acme, ana)
    founding.name_lead(cleo.me, acme, platform, str(cleo.id), NOON + DAY)
    assert places(platform) == {"Cleo": "lead"}
    assert memberships.own_membership(cleo.me, platform).joined == NOON + DAY  # type: ignore[union-attr]


def test_where_there_is_a_lead_an_admin_names_none(
    ana: Someone, acme: OrganisationId, platform: TeamId
) -> None:
    with pytest.raises(Invalid, match="has a lead"):
        founding.name_lead(ana.me, acme, platform, str(ana.id), NOON)
    assert places(platform) == {"Ben": "lead"}


def test_nobody_is_made_a_lead_beyond_twenty_teams(
    ana: Someone, ben: Someone, acme: OrganisationId, platform: TeamId
) -> None:
    for count in range(MOST_TEAMS - 1):
        a_team(ben, f"Team {count}", now=NOON + DAY * count)
    with pytest.raises(Invalid, match="20 teams"):
        founding.create_team_in(ana.me, acme, "Support", str(ben.id), visit())


@pytest.mark.parametrize("who", ["admin elsewhere", "lead of the team", "admin before"])
def test_nobody_else_does_any_of_it(
    who: str,
    ana: Someone,
    ben: Someone,
    cleo: Someone,
    acme: OrganisationId,
    platform: TeamId,
) -> None:
    runs(cleo, acme, ana)
    organisations.remove_role(ana.me, acme, number(cleo), NOON)
    create_organisation(cleo.me, "Other", visit())
    other = {"lead of the team": ben}.get(who, cleo)
    for attempt in (
        lambda: founding.archive_team_in(other.me, acme, platform, NOON),
        lambda: founding.name_lead(other.me, acme, platform, str(other.id), NOON),
        lambda: founding.create_team_in(other.me, acme, "Mine", "", visit()),
        lambda: organisations.rename_organisation(other.me, acme, "Mine", NOON),
    ):
        with pytest.raises(NotFound):
            attempt()
    assert teams.team_of(platform).archived is None


def test_an_admin_touches_no_team_of_another_organisation(
    ana: Someone, ben: Someone, cleo: Someone, acme: OrganisationId
) -> None:
    alone = a_team(ben)
    other = a_team(cleo)
    put_team(cleo.me, other, create_organisation(cleo.me, "Other", visit()), NOON)
    for team in (alone, other):
        with pytest.raises(NotFound):
            founding.archive_team_in(ana.me, acme, team, NOON)


def test_who_makes_very_many_teams_is_told_when_to_go_on(
    ana: Someone, acme: OrganisationId
) -> None:
    for count in range(MADE.most):
        team = founding.create_team_in(ana.me, acme, f"Team {count}", "", visit())
        leaves(ana, team)
    with pytest.raises(TooMany):
        founding.create_team_in(ana.me, acme, "One more", "", visit())


def test_an_organisation_has_another_name_wherever_it_is_shown(
    ana: Someone, ben: Someone, cleo: Someone, acme: OrganisationId, platform: TeamId
) -> None:
    runs(cleo, acme, ana, place=Place.VIEWER)
    before = [one.me.rev for one in (ana, ben, cleo)]
    organisations.rename_organisation(ana.me, acme, "  Beta ", NOON)
    assert organisations.name_of_organisation(acme) == "Beta"
    assert [one.organisation_name for one in own_teams(ben.me)] == ["Beta"]
    assert [one.name for one in organisations.own_organisations(cleo.me)] == ["Beta"]
    assert [one.me.rev for one in (ana, ben, cleo)] == [rev + 1 for rev in before]


def test_an_organisation_keeps_its_name_where_none_is_given(
    ana: Someone, acme: OrganisationId
) -> None:
    with pytest.raises(Invalid, match="name"):
        organisations.rename_organisation(ana.me, acme, " ", NOON)
    assert organisations.name_of_organisation(acme) == "Acme"


def test_an_admin_who_joins_a_team_is_seen_joining(
    ana: Someone, ben: Someone, cleo: Someone, platform: TeamId
) -> None:
    joins(cleo, platform, ben)
    assert news(ben) == []
    joins(ana, platform, ben)
    assert [news(one) for one in (ana, ben, cleo)] == [
        [],
        [("admin_joined", "Ana")],
        [("admin_joined", "Ana")],
    ]
    assert ben.me.told == 1


def test_a_viewer_and_an_admin_of_another_organisation_join_unseen(
    ana: Someone, ben: Someone, cleo: Someone, acme: OrganisationId, platform: TeamId
) -> None:
    create_organisation(cleo.me, "Other", visit())
    runs(cleo, acme, ana, place=Place.VIEWER)
    joins(cleo, platform, ben)
    assert news(ben) == []


def test_mates_are_told_when_a_member_becomes_an_admin(
    ana: Someone, ben: Someone, cleo: Someone, acme: OrganisationId, platform: TeamId
) -> None:
    other = a_team(cleo, "Elsewhere", ana)
    joins(cleo, platform, ben)
    runs(cleo, acme, ana)
    assert news(ben) == [("admin_joined", "Cleo")]
    assert [one.team_name for one in told(ben.me)] == ["Platform"]
    assert (news(ana), places(other)) == ([], {"Cleo": "lead", "Ana": "member"})


def test_who_makes_too_many_organisations_a_day_has_to_wait(ana: Someone) -> None:
    for count in range(MADE.most):
        create_organisation(ana.me, f"Acme {count}", visit())
    with pytest.raises(TooMany):
        create_organisation(ana.me, "One more", visit())
