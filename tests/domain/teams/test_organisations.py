"""Organisations: their admins, viewers and teams (R29)."""

import pytest

from tests.domain.teams.boards import on_board
from tests.support.make import HOUR, KEYS, NOON, Someone, edit, visit, win
from tests.support.owners.teams import a_team, number
from webapp.domain.account.roles import role_in_organisation, role_of
from webapp.domain.capture.presets import add_preset, own_presets
from webapp.domain.teams import invitations, joining, organisations
from webapp.domain.teams.memberships import own_teams
from webapp.domain.teams.notices import told
from webapp.rules.capture.presets import NewPreset
from webapp.rules.rights.permissions import Role
from webapp.rules.shared.ids import OrganisationId
from webapp.rules.shared.problems import Invalid, NotFound
from webapp.rules.teams.invitations import Choice
from webapp.rules.teams.teams import Place
from webapp.storage.teams.memberships import Membership
from webapp.storage.teams.shared_wins import SharedWin


@pytest.fixture
def acme(ana: Someone) -> OrganisationId:
    return organisations.create_organisation(ana.me, "Acme", visit())


def joins_as(place: Place, someone: Someone, admin: Someone, acme: OrganisationId) -> None:
    token = invitations.invite(admin.me, acme, Choice(7, 1, place), KEYS, "", NOON)
    joining.join(someone.me, token, KEYS, NOON)


def test_who_makes_one_is_its_first_admin(ana: Someone, acme: OrganisationId) -> None:
    assert [(one.name, one.place) for one in organisations.people_in(acme)] == [("Ana", "admin")]
    assert [one.name for one in organisations.own_organisations(ana.me)] == ["Acme"]


def test_an_invitation_makes_viewers_and_admins(
    ana: Someone, ben: Someone, cleo: Someone, acme: OrganisationId
) -> None:
    joins_as(Place.VIEWER, ben, ana, acme)
    joins_as(Place.ADMIN, cleo, ana, acme)
    found = {one.name: one.place.value for one in organisations.people_in(acme)}
    assert found == {"Ana": "admin", "Cleo": "admin", "Ben": "viewer"}
    assert (ben.me.teams, role_in_organisation(number(ben), acme)) == (0, Role.VIEWER)


def test_a_team_in_it_shows_its_name_and_gives_roles(
    ana: Someone, ben: Someone, cleo: Someone, acme: OrganisationId
) -> None:
    team = a_team(ben, "Platform")
    joins_as(Place.VIEWER, cleo, ana, acme)
    organisations.put_team(ana.me, team, acme, NOON)
    assert organisations.teams_of_organisation(acme) == [(team, "Platform")]
    assert [one.organisation_name for one in own_teams(ben.me)] == ["Acme"]
    roles = [role_of(number(one), team) for one in (ana, ben, cleo)]
    assert roles == [Role.ADMIN, Role.LEAD, Role.VIEWER]
    assert role_in_organisation(number(ben), acme) is Role.VIEWER


def test_who_is_no_admin_puts_no_team_in(ana: Someone, ben: Someone, acme: OrganisationId) -> None:
    team = a_team(ben)
    joins_as(Place.VIEWER, ben, ana, acme)
    with pytest.raises(NotFound):
        organisations.put_team(ben.me, team, acme, NOON)


def test_the_last_admin_stays_while_there_are_teams(ana: Someone, acme: OrganisationId) -> None:
    team = a_team(ana)
    organisations.put_team(ana.me, team, acme, NOON)
    with pytest.raises(Invalid, match="needs an admin"):
        organisations.remove_role(ana.me, acme, number(ana), NOON)
    organisations.put_team(ana.me, team, None, NOON)
    organisations.remove_role(ana.me, acme, number(ana), NOON)
    assert organisations.people_in(acme) == []


def test_a_viewer_gives_up_their_own_role_and_no_other(
    ana: Someone, ben: Someone, acme: OrganisationId
) -> None:
    joins_as(Place.VIEWER, ben, ana, acme)
    with pytest.raises(NotFound):
        organisations.remove_role(ben.me, acme, number(ana), NOON)
    organisations.remove_role(ben.me, acme, number(ben), NOON)
    assert [one.name for one in organisations.people_in(acme)] == ["Ana"]


def test_a_person_is_in_two_teams_of_one_organisation_and_in_two_organisations(
    ana: Someone, ben: Someone, acme: OrganisationId
) -> None:
    other = organisations.create_organisation(ana.me, "Other", visit())
    for name, where in (("One", acme), ("Two", acme), ("Three", other)):
        organisations.put_team(ana.me, a_team(ana, name, ben), where, NOON)
    assert {one.name: one.organisation_name for one in own_teams(ben.me)} == {
        "One": "Acme",
        "Two": "Acme",
        "Three": "Other",
    }


def test_what_was_shown_to_one_organisation_is_not_shown_to_the_next(
    ana: Someone, acme: OrganisationId
) -> None:
    team = a_team(ana)
    organisations.put_team(ana.me, team, acme, NOON)
    one, other = win("One"), win("Other", at=NOON + 1, visibility=f"organisation:{team}")
    ana.sends(one, edit(one, visibility=f"organisation:{team}"), other)
    Membership.update(visibility="organisation").execute()
    assert {row.visibility for row in SharedWin.select()} == {"organisation"}
    beta = organisations.create_organisation(ana.me, "Beta", visit())
    organisations.put_team(ana.me, team, beta, NOON + HOUR)
    late = NOON + 2 * HOUR
    ana.sends(edit(one, at=late, what="Edited"), edit(other, at=late, moves="skill"))
    assert on_board(team) == ["Edited", "Other"]
    assert {row.visibility for row in [*SharedWin.select(), *Membership.select()]} == {"team"}


def test_what_was_said_for_one_organisation_and_arrives_late_is_not_shown_to_the_next(
    ana: Someone, acme: OrganisationId
) -> None:
    team, whole = a_team(ana), win("Edited")
    organisations.put_team(ana.me, team, acme, NOON)
    ana.sends(whole)
    beta = organisations.create_organisation(ana.me, "Beta", visit())
    organisations.put_team(ana.me, team, beta, NOON + HOUR)
    said = f"organisation:{team}"
    ana.sends(win("Waited", visibility=said), edit(whole, at=NOON + 1, visibility=said))
    assert {(row.what, row.visibility) for row in SharedWin.select()} == {
        ("Waited", "team"),
        ("Edited", "team"),
    }
    ana.sends(win("For Beta", at=NOON + HOUR, visibility=said))
    assert SharedWin.get(SharedWin.what == "For Beta").visibility == "organisation"


def test_a_preset_for_one_organisation_shows_nothing_to_the_next(
    ana: Someone, ben: Someone, acme: OrganisationId
) -> None:
    team = a_team(ana, "Platform", ben)
    organisations.put_team(ana.me, team, acme, NOON)
    said = (f"organisation:{team}", f"organisation:{team}", f"team:{team}", "")
    for person in (ana, ben):
        for count, one in enumerate(said[1:] if person is ana else said):
            add_preset(person.me, NewPreset(f"Preset {count}", visibility=one))
    before = ben.me.rev
    organisations.put_team(ana.me, team, None, NOON + HOUR)
    assert [one.visibility for one in own_presets(ben.me)] == ["private", "private", said[2], ""]
    assert [one.visibility for one in own_presets(ana.me)] == ["private", said[2], ""]
    [notice] = told(ben.me)
    assert (notice.kind, notice.about) == ("preset_private", "Preset 0 · Preset 1")
    assert (ben.me.told, ben.me.rev > before) == (1, True)


def test_a_preset_of_another_team_stays_as_it_is(ana: Someone, acme: OrganisationId) -> None:
    one, other = a_team(ana, "One"), a_team(ana, "Other")
    for team in (one, other):
        organisations.put_team(ana.me, team, acme, NOON)
    add_preset(ana.me, NewPreset("Mine", visibility=f"organisation:{other}"))
    organisations.put_team(ana.me, one, None, NOON)
    assert [preset.visibility for preset in own_presets(ana.me)] == [f"organisation:{other}"]
    assert told(ana.me) == []


def test_people_are_counted_in_their_organisations(
    ana: Someone, ben: Someone, acme: OrganisationId
) -> None:
    joins_as(Place.VIEWER, ben, ana, acme)
    assert [one.me.organisations for one in (ana, ben)] == [1, 1]
    organisations.remove_role(ana.me, acme, number(ben), NOON)
    assert (ben.me.organisations, organisations.own_organisations(ben.me)) == (0, [])


def test_who_is_admin_no_more_is_told_and_their_invitations_end(
    ana: Someone, ben: Someone, cleo: Someone, acme: OrganisationId
) -> None:
    joins_as(Place.ADMIN, ben, ana, acme)
    of_ana, of_ben = (
        invitations.invite(one.me, acme, Choice(7, 1, Place.ADMIN), KEYS, "", NOON)
        for one in (ana, ben)
    )
    organisations.remove_role(ana.me, acme, number(ben), NOON)
    [notice] = told(ben.me)
    assert (notice.kind, notice.team_name, ben.me.told) == ("role_taken", "Acme", 1)
    with pytest.raises(NotFound):
        joining.join(ben.me, of_ben, KEYS, NOON)
    joining.join(cleo.me, of_ana, KEYS, NOON)
    assert [one.name for one in organisations.people_in(acme)] == ["Ana", "Cleo"]


def test_who_gives_up_their_own_role_is_not_told(
    ana: Someone, ben: Someone, acme: OrganisationId
) -> None:
    joins_as(Place.VIEWER, ben, ana, acme)
    organisations.remove_role(ben.me, acme, number(ben), NOON)
    assert (told(ben.me), ben.me.organisations) == ([], 0)


def test_a_viewer_becomes_an_admin_by_an_invitation_and_no_admin_a_viewer(
    ana: Someone, ben: Someone, acme: OrganisationId
) -> None:
    joins_as(Place.VIEWER, ben, ana, acme)
    for place in (Place.ADMIN, Place.VIEWER):
        joins_as(place, ben, ana, acme)
    assert [one.place.value for one in organisations.own_organisations(ben.me)] == ["admin"]
    [unused] = invitations.invitations_into(acme, NOON)
    assert unused.place is Place.VIEWER
