"""Shared objectives as pages: a lead shares one, others see its progress and wins (R32)."""

import re

import pytest

from tests.support.make import NOON, Someone, visit, win
from tests.support.owners.teams import a_team
from tests.web.conftest import Browser
from webapp.domain.objectives.objectives import add_objective
from webapp.domain.teams.acting import acting_for_team
from webapp.domain.teams.organisations import create_organisation, put_team
from webapp.rules.objectives.objectives import ObjectiveFields
from webapp.storage.goals.shared_objectives import SharedObjective

PLACES = tuple[int, int, int, str]


@pytest.fixture
def places(ana: Someone, ben: Someone, cleo: Someone) -> PLACES:
    """Return an organisation of Ana's, her team with Ben, Cleo's team in it, and an objective."""
    team, other = a_team(ana, "Platform", ben), a_team(ana, "Support", cleo)
    acme = create_organisation(ana.me, "Acme", visit())
    for one in (team, other):
        put_team(ana.me, one, acme, NOON)
    faster = add_objective(acting_for_team(team, ana.me.id), ObjectiveFields("Faster"), NOON)
    return acme, team, other, faster


def test_a_lead_shares_and_a_member_of_another_team_finds_it_with_its_wins(
    as_ana: Browser, as_cleo: Browser, ben: Someone, places: PLACES
) -> None:
    acme, team, other, faster = places
    edit = f"/teams/{team}/sharings/{faster}"
    assert f'href="{edit}/edit"' in as_ana.get(f"/teams/{team}/objectives/{faster}").text
    form = as_ana.get(f"{edit}/edit").text
    assert re.findall(r'name="recipients" value="(\d+)"', form) == [str(acme), str(other)]
    answer = as_ana.post(f"{edit}?_method=PATCH", recipients=str(acme))
    assert answer.location == f"/teams/{team}/objectives/{faster}"
    for what, to in (("Seen by all", "organisation"), ("Of the team", "team")):
        ben.sends(win(what, visibility=f"{to}:{team}", objectives=[faster]))
    listed = as_cleo.get(f"/organisations/{acme}/objectives/").text
    page = f"/organisations/{acme}/objectives/{team}/{faster}"
    assert f'href="{page}"' in listed
    shown = as_cleo.get(page).text
    assert ("Seen by all" in shown, "Of the team" in shown) == (True, False)
    assert "/objectives/" in as_cleo.get(f"/organisations/{acme}").text


def test_what_is_not_shared_is_not_there(as_cleo: Browser, places: PLACES) -> None:
    acme, team, _, faster = places
    path = f"/organisations/{acme}/objectives"
    missing = as_cleo.get(f"{path}/{team}/{'0' * 8}-0000-4000-8000-{'0' * 12}")
    hidden = as_cleo.get(f"{path}/{team}/{faster}")
    assert (hidden.status_code, hidden.data) == (404, missing.data)
    assert "Faster" not in as_cleo.get(f"{path}/").text


def test_a_member_shares_nothing(as_ben: Browser, places: PLACES) -> None:
    acme, team, _, faster = places
    path = f"/teams/{team}/sharings/{faster}"
    assert as_ben.get(f"{path}/edit").status_code == 404
    assert as_ben.post(f"{path}?_method=PATCH", recipients=str(acme)).status_code == 404
    assert SharedObjective.select().count() == 0


def test_a_team_of_another_organisation_cannot_be_chosen(
    as_ana: Browser, cleo: Someone, places: PLACES
) -> None:
    _, team, _, faster = places
    strange = a_team(cleo, "Sales")
    answer = as_ana.post(f"/teams/{team}/sharings/{faster}?_method=PATCH", recipients=str(strange))
    assert (answer.status_code, SharedObjective.select().count()) == (422, 0)
