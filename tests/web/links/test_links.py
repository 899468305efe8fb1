"""Making and keeping read-only links by plain forms (R32)."""

import re

import pytest

from tests.support.make import NOON, Someone, win
from tests.support.owners.teams import a_team
from tests.web.conftest import Browser
from webapp.domain.objectives.objectives import add_objective
from webapp.domain.teams.acting import acting_for_team
from webapp.rules.objectives.objectives import ObjectiveFields
from webapp.storage.teams.outside_links import ChosenWin, OutsideLink

ADDRESS = re.compile(r'id="address" href="([^"]+)"')


@pytest.fixture
def team(ana: Someone, ben: Someone) -> int:
    """Return the number of a team that Ana leads and Ben is in."""
    return a_team(ana, "Platform", ben)


@pytest.fixture
def faster(ana: Someone, team: int) -> str:
    """Return the id of an objective of the team."""
    return add_objective(acting_for_team(team, ana.me.id), ObjectiveFields("Faster"), NOON)


def test_a_lead_makes_one_of_the_team_and_sends_its_address(
    as_ana: Browser, signed_out: Browser, ana: Someone, team: int, faster: str
) -> None:
    one = win("Cut it", visibility=f"team:{team}", objectives=[faster])
    ana.sends(one)
    assert f"/links/new?objective={faster}" in as_ana.get(f"/teams/{team}/links/new").text
    form = as_ana.get(f"/teams/{team}/links/new?objective={faster}").text
    assert f'name="wins" value="{one["id"]}"' in form
    made = as_ana.post(f"/teams/{team}/links/", objective=faster, wins=one["id"])
    page = as_ana.get(made.location).text
    [address] = ADDRESS.findall(page)
    assert address.startswith(f"/outside/{team}-")
    assert "Cut it" in signed_out.get(address).text


def test_the_address_begins_as_the_operator_says(
    as_ana: Browser, team: int, faster: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = as_ana.client.application.config
    monkeypatch.setitem(config, "PUBLIC_URL", "https://wins.example.org")
    made = as_ana.post(f"/teams/{team}/links/", objective=faster)
    [address] = ADDRESS.findall(as_ana.get(made.location).text)
    assert address.startswith(f"https://wins.example.org/outside/{team}-")


def test_a_member_sees_all_of_them_and_changes_none(
    as_ana: Browser, as_ben: Browser, team: int, faster: str
) -> None:
    path = as_ana.post(f"/teams/{team}/links/", objective=faster).location
    listed = as_ben.get(f"/teams/{team}/links/").text
    assert (">Faster<" in listed, "/links/new" in listed) == (True, False)
    page = as_ben.get(path).text
    assert ADDRESS.search(page)
    assert 'name="renew"' not in page
    for answer in (
        as_ben.post(f"{path}?_method=DELETE"),
        as_ben.post(f"{path}?_method=PATCH", renew="yes"),
        as_ben.get(f"{path}/edit"),
        as_ben.post(f"/teams/{team}/links/", objective=faster),
    ):
        assert answer.status_code == 404
    assert OutsideLink.select().count() == 1


def test_it_is_renewed_and_revoked(
    as_ana: Browser, signed_out: Browser, team: int, faster: str
) -> None:
    path = as_ana.post(f"/teams/{team}/links/", objective=faster).location
    [first] = ADDRESS.findall(as_ana.get(path).text)
    as_ana.post(f"{path}?_method=PATCH", renew="yes")
    [second] = ADDRESS.findall(as_ana.get(path).text)
    assert [signed_out.get(one).status_code for one in (first, second)] == [404, 200]
    as_ana.post(f"{path}?_method=DELETE")
    assert signed_out.get(second).status_code == 404
    assert "Faster" not in as_ana.get(f"/teams/{team}/links/").text.partition("<main")[2]


def test_what_it_shows_is_chosen_anew(
    as_ana: Browser, ana: Someone, team: int, faster: str
) -> None:
    shown = {"visibility": f"team:{team}", "objectives": [faster]}
    one, two = win("One", **shown), win("Two", **shown)
    ana.sends(one, two)
    path = as_ana.post(f"/teams/{team}/links/", objective=faster, wins=one["id"]).location
    assert re.search(rf'value="{one["id"]}" checked', as_ana.get(f"{path}/edit").text)
    as_ana.post(f"{path}?_method=PATCH", objective=faster, wins=two["id"])
    assert [row.win for row in ChosenWin.select()] == [two["id"]]


def test_somebody_in_no_team_makes_one_of_their_own(
    as_cleo: Browser, signed_out: Browser, cleo: Someone
) -> None:
    one = win("Wrote the book")
    cleo.sends(one)
    assert 'href="/links/"' in as_cleo.get("/settings/").text
    assert 'name="title"' in as_cleo.get("/links/new").text
    made = as_cleo.post("/links/", title="My year", wins=one["id"])
    [address] = ADDRESS.findall(as_cleo.get(made.location).text)
    page = signed_out.get(address).text
    assert all(words in page for words in ("My year", "Cleo", "Wrote the book"))


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ({"title": "", "wins": ""}, "Give it a name of a few words."),
        ({"title": "Mine", "wins": ""}, "Choose an objective, or at least one win."),
    ],
)
def test_one_without_a_name_or_anything_to_show_is_given_back(
    as_cleo: Browser, form: dict[str, str], says: str
) -> None:
    answer = as_cleo.post("/links/", **form)
    assert (answer.status_code, says in answer.text) == (422, True)
    assert OutsideLink.select().count() == 0


def test_sent_twice_it_is_made_once(as_ana: Browser, team: int, faster: str) -> None:
    form = as_ana.get(f"/teams/{team}/links/new?objective={faster}").text
    [once] = set(re.findall(r'name="once" value="([^"]+)"', form))
    sent = {"objective": faster, "once": once}
    made = {as_ana.post(f"/teams/{team}/links/", **sent).location for _ in range(2)}
    assert (len(made), OutsideLink.select().count()) == (1, 1)


def test_an_objective_of_somebody_else_in_the_address_is_asked_for_again(
    as_ana: Browser, ana: Someone, faster: str
) -> None:
    add_objective(ana.me, ObjectiveFields("Calmer"), NOON)
    asked = as_ana.get(f"/links/new?objective={faster}").text
    assert ("Calmer" in asked, 'name="objective"' in asked) == (True, False)
