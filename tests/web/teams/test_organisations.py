"""Pages of organisations, for their admins."""

import re
from typing import Any

import pytest

from tests.support.make import Someone
from tests.support.owners.teams import a_team, leaves, places, token_into
from tests.web.conftest import Browser
from webapp.domain.teams.organisations import own_organisations, put_team, teams_of_organisation
from webapp.web.shared import clock


@pytest.fixture
def acme(as_ana: Browser, ana: Someone) -> str:
    """Return the address of the page of an organisation that Ana has made."""
    return str(as_ana.post("/organisations/", name="Acme").location)


def test_a_viewer_joins_by_a_link_and_leaves_in_settings(
    as_ana: Browser, as_ben: Browser, ben: Someone, acme: str
) -> None:
    its = acme.removesuffix("/settings")
    made = as_ana.post(f"{its}/invitations/", place="viewer")
    assert "Join organisation" in as_ben.get(made.location).text
    as_ben.post("/memberships/", link=made.location.rpartition("/")[2])
    assert [one.place.value for one in own_organisations(ben.me)] == ["viewer"]
    assert as_ben.get(acme).status_code == 404
    [leave] = re.findall(rf'action="({its}/roles/\d+)', as_ben.get("/settings/").text)
    as_ben.post(f"{leave}?_method=DELETE")
    assert own_organisations(ben.me) == []


def test_a_lead_puts_the_team_into_it(as_ana: Browser, ana: Someone, acme: str) -> None:
    team = a_team(ana, "Platform", now=clock.now())
    page = f"/teams/{team}/settings"
    number = acme.split("/")[2]
    assert f'<option value="{number}">Acme' in as_ana.get(page).text
    as_ana.post(f"{page}?_method=PATCH", organisation=number)
    organisation: Any = int(number)
    assert teams_of_organisation(organisation) == [(team, "Platform")]
    assert "Platform" in as_ana.get(acme).text


def test_what_is_said_twice_or_wrongly_is_answered(as_ana: Browser, acme: str) -> None:
    assert as_ana.post("/organisations/", name=" ").status_code == 422
    its = acme.removesuffix("/settings")
    assert as_ana.post(f"{its}/invitations/", place="lead").status_code == 422


def test_an_admin_makes_a_team_and_chooses_who_leads_it(
    as_ana: Browser, as_ben: Browser, ana: Someone, ben: Someone, acme: str
) -> None:
    its = acme.removesuffix("/settings")
    made = as_ana.post(f"{its}/invitations/", place="admin")
    as_ben.post("/memberships/", link=made.location.rpartition("/")[2])
    form = as_ana.get(f"{its}/teams/new").text
    assert f'<option value="{ana.id}" selected>Ana' in form
    led = as_ana.post(f"{its}/teams/", name="Support", lead=str(ben.id))
    assert places(int(led.location.split("/")[2])) == {"Ben": "lead"}  # type: ignore[arg-type]
    assert "Archive team" in as_ana.get(led.location).text
    assert "You lead the team" in as_ben.get("/settings/").text


def test_an_admin_archives_a_team_and_names_a_lead_where_none_is_left(
    as_ana: Browser, ana: Someone, ben: Someone, acme: str
) -> None:
    its = acme.removesuffix("/settings")
    team = a_team(ben, now=clock.now())
    put_team(ana.me, team, int(acme.split("/")[2]), clock.now())  # type: ignore[arg-type]
    page, address = f"/teams/{team}/settings", f"{its}/teams/{team}?_method=PATCH"
    shown = as_ana.get(page).text
    assert (address in shown, "Nobody is in" in shown) == (True, False)
    refused = as_ana.post(address, lead=str(ana.id))
    assert (refused.status_code, "This team has a lead." in refused.text) == (422, True)
    assert as_ana.post(address, archived="yes").location == page
    assert address not in as_ana.get(page).text
    leaves(ben, team, now=clock.now())
    assert "Nobody is in this team" in as_ana.get(page).text
    assert as_ana.post(address, lead=str(ben.id)).status_code == 422  # who is in none of its teams
    assert as_ana.post(address, lead=str(ana.id)).location == page
    assert places(team) == {"Ana": "lead"}


def test_an_organisation_gets_another_name(as_ana: Browser, acme: str) -> None:
    assert as_ana.post(f"{acme}?_method=PATCH", name="Beta").location == acme
    assert "<bdi>Beta</bdi>" in as_ana.get(acme).text
    refused = as_ana.post(f"{acme}?_method=PATCH", name=" ")
    assert (refused.status_code, "Give it a name" in refused.text) == (422, True)


def test_what_a_lead_changes_an_admin_cannot(
    as_ana: Browser, ana: Someone, ben: Someone, acme: str
) -> None:
    team = a_team(ben, now=clock.now())
    put_team(ana.me, team, int(acme.split("/")[2]), clock.now())  # type: ignore[arg-type]
    page = f"/teams/{team}/settings"
    assert as_ana.post(f"{page}?_method=PATCH", name="Mine").status_code == 404
    assert "Team name" not in as_ana.get(page).text


def test_the_invitation_of_an_admin_offers_a_viewer_to_be_one(
    as_ana: Browser, as_ben: Browser, ben: Someone, acme: str
) -> None:
    its = acme.removesuffix("/settings")
    for place in ("viewer", "admin"):
        made = as_ana.post(f"{its}/invitations/", place=place)
        assert "Join organisation" in as_ben.get(made.location).text
        as_ben.post("/memberships/", link=made.location.rpartition("/")[2])
    assert [one.place.value for one in own_organisations(ben.me)] == ["admin"]
    assert "Join organisation" not in as_ben.get(made.location).text


def test_members_read_that_an_admin_joined_their_team(
    as_ana: Browser, as_ben: Browser, ana: Someone, ben: Someone, acme: str
) -> None:
    team = a_team(ben, now=clock.now())
    put_team(ana.me, team, int(acme.split("/")[2]), clock.now())  # type: ignore[arg-type]
    as_ana.post("/memberships/", link=token_into(team, ben, now=clock.now()))
    for path in ("/", "/settings/"):
        assert "who runs the organisation, is in the team" in as_ben.get(path).text
    assert "who runs the organisation" not in as_ana.get("/settings/").text


@pytest.mark.parametrize("name", ["x" * 100, ("مؤسسة " * 16).strip(), "<b>Bold</b>"])
def test_any_name_of_a_hundred_characters_is_shown_whole(name: str, as_ana: Browser) -> None:
    made = as_ana.post("/organisations/", name=name).location
    shown = name.replace("<", "&lt;").replace(">", "&gt;")
    its = made.removesuffix("/settings")
    for path in (made, its, f"{its}/teams/new", "/settings/"):
        assert shown in as_ana.get(path).text
    assert as_ana.post(f"{made}?_method=PATCH", name="x" * 101).status_code == 422
    assert shown in as_ana.get(made).text


def test_an_admin_chooses_for_how_long_and_for_how_many_an_invitation_is(
    as_ana: Browser, acme: str
) -> None:
    new = acme.replace("/settings", "/invitations/new")
    assert f'href="{new}"' in as_ana.get(acme).text
    form = as_ana.get(new).text
    assert ('<option value="viewer"' in form, "An observer" in form) == (True, False)
    as_ana.post(new.removesuffix("new"), days="1", uses="50", place="viewer")
    assert "50 uses left" in as_ana.get(acme).text


def test_what_was_chosen_for_an_invitation_stays_where_it_is_refused(
    as_ana: Browser, acme: str
) -> None:
    its = acme.replace("/settings", "/invitations/")
    refused = as_ana.post(its, days="30", uses="7", place="viewer")
    assert (refused.status_code, "Choose one of the values." in refused.text) == (422, True)
    assert '<option value="30" selected' in refused.text


def test_a_full_list_of_invitations_says_what_to_do(as_ana: Browser, acme: str) -> None:
    its = f"{acme.removesuffix('/settings')}/invitations/"
    for _ in range(20):
        assert as_ana.post(its, place="viewer").status_code == 303
    refused = as_ana.post(its, place="viewer")
    assert (refused.status_code, "Revoke one" in refused.text) == (422, True)
