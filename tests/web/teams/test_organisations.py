"""Pages of organisations, for their admins."""

import re
from typing import Any

import pytest

from tests.support.make import Someone
from tests.support.owners.teams import a_team
from tests.web.conftest import Browser
from webapp.domain.teams.organisations import own_organisations, teams_of_organisation
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
