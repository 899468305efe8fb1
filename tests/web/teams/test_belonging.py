"""Pages of belonging: making a team, inviting, joining with a button, leaving (R29)."""

import re
from typing import Any

import pytest
from flask import Flask

from tests.support.make import NOON, Someone, visit
from tests.support.owners.teams import a_team, joins, number, places, token_into
from tests.web.conftest import Browser
from webapp.domain.account.rate_limits import PER_NETWORK, take
from webapp.domain.teams import memberships
from webapp.domain.teams.notices import tell
from webapp.rules.teams.notices import NoticeKind
from webapp.rules.teams.teams import Place
from webapp.storage.account.people import Person
from webapp.storage.upkeep.models import MODELS
from webapp.web.shared import clock

NEW = {"name": "Dora", "email": "dora@example.org", "password": "correct horse battery"}
JOIN = "Join team"


@pytest.fixture
def team(ana: Someone) -> Any:
    return a_team(ana, "Platform", now=clock.now())


def invitation(team: Any, lead: Someone, **more: Any) -> str:
    return "/invitations/" + token_into(team, lead, now=clock.now(), **more)


def test_making_a_team_leads_to_its_page_where_one_can_invite(
    as_ana: Browser, ana: Someone
) -> None:
    made = as_ana.post("/teams/", name="Platform")
    page = as_ana.get(made.location).text
    assert re.search(r"<h1[^>]*>\s*<bdi>Platform", page)
    assert f"{made.location.removesuffix('/settings')}/invitations/new" in page


def test_an_invitation_shows_its_maker_its_end_and_how_many_it_is_for(
    as_ana: Browser, team: Any
) -> None:
    made = as_ana.post(f"/teams/{team}/invitations/", days="7", uses="10", place="member")
    assert made.location.startswith(f"/invitations/{team}-")
    assert "10 uses left" in as_ana.get(made.location).text
    listed = as_ana.get(f"/teams/{team}/settings").text
    assert re.search(r"By (\W*)Ana(\W*), until", listed)
    assert made.location.rpartition("/")[2] not in listed  # only who made it has seen the address


def test_a_mail_scanner_that_opens_one_changes_no_row(
    as_ben: Browser, signed_out: Browser, ana: Someone, team: Any
) -> None:
    path = invitation(team, ana)
    as_ben.get(path)  # the day's visit
    before = [list(model.select().dicts()) for model in MODELS]
    for browser in (signed_out, as_ben):
        for method in ("GET", "HEAD", "OPTIONS"):
            assert browser.client.open(path, method=method).status_code == 200
    assert [list(model.select().dicts()) for model in MODELS] == before


def test_only_the_button_joins(as_ben: Browser, ben: Someone, ana: Someone, team: Any) -> None:
    path = invitation(team, ana)
    for _ in range(3):
        assert JOIN in as_ben.get(path).text
        as_ben.client.head(path)
    assert places(team) == {"Ana": "lead"}
    as_ben.post("/memberships/", link=path.rpartition("/")[2])
    assert places(team) == {"Ana": "lead", "Ben": "member"}


@pytest.mark.parametrize("mode", ["open", "link"])
def test_whoever_has_no_account_makes_one_and_comes_back(
    mode: str, app: Flask, signed_out: Browser, ana: Someone, team: Any, monkeypatch: Any
) -> None:
    monkeypatch.setitem(app.config, "SIGN_UP", mode)
    path = invitation(team, ana)
    token = path.rpartition("/")[2]
    page = signed_out.get(path).text
    assert (f"/people/new?link={token}" in page, f"next={path}" in page) == (True, True)
    assert f'name="link" value="{token}"' in signed_out.get(f"/people/new?link={token}").text
    assert signed_out.post("/people/", **NEW, link=token).location == path
    assert places(team) == {"Ana": "lead"}
    assert JOIN in signed_out.get(path).text


def test_the_61st_new_account_from_one_office_is_told_when(
    app: Flask, signed_out: Browser, ana: Someone, team: Any
) -> None:
    token = invitation(team, ana).rpartition("/")[2]
    for _ in range(PER_NETWORK.most - 1):
        take(visit("127.0.0.1", clock.now()), PER_NETWORK, "sign up", "127.0.0.1")
    assert signed_out.post("/people/", **NEW, link=token).status_code == 303
    other = Browser(app.test_client())
    refused = other.post("/people/", **{**NEW, "email": "ed@example.org"}, link=token)
    assert (refused.status_code, int(refused.headers["Retry-After"]) <= 31) == (429, True)
    assert "Try again" in refused.text
    assert Person.select().where(Person.email == "ed@example.org").count() == 0


def test_where_nobody_can_sign_up_it_says_so(
    app: Flask, signed_out: Browser, ana: Someone, team: Any, monkeypatch: Any
) -> None:
    monkeypatch.setitem(app.config, "SIGN_UP", "closed")
    path = invitation(team, ana)
    page = signed_out.get(path).text
    assert ("/people/new" in page, "Nobody can create an account" in page) == (False, True)
    refused = signed_out.post("/people/", **NEW, link=path.rpartition("/")[2])
    assert refused.status_code == 422


def test_one_that_cannot_be_used_makes_no_account_where_a_link_is_needed(
    app: Flask, signed_out: Browser, ana: Someone, team: Any, monkeypatch: Any
) -> None:
    monkeypatch.setitem(app.config, "SIGN_UP", "link")
    missing = f"{team}-{'a' * 64}"
    assert signed_out.post("/people/", **NEW, link=missing).status_code == 422


def test_what_cannot_be_used_is_answered_alike(
    as_ben: Browser, ben: Someone, ana: Someone, team: Any
) -> None:
    used, gone = invitation(team, ana), invitation(team, ana)
    as_ben.post("/memberships/", link=used.rpartition("/")[2])
    memberships.remove(ana.me, team, number(ben), NOON)
    missing = f"/invitations/{team}-{'b' * 64}"
    answers = [as_ben.get(path) for path in (used, missing)]
    assert {one.status_code for one in answers} == {404}
    assert answers[0].text.replace(used, missing) == answers[1].text
    assert as_ben.get(gone).status_code == 200


def test_the_address_is_that_of_the_setting_and_never_that_of_the_request(
    app: Flask, as_ana: Browser, ana: Someone, team: Any, monkeypatch: Any
) -> None:
    path = invitation(team, ana)
    foreign = {"Host": "evil.example", "X-Forwarded-Host": "evil.example"}
    assert "evil.example" not in as_ana.client.get(path, headers=foreign).text
    assert f'href="{path}"' in as_ana.get(path).text
    monkeypatch.setitem(app.config, "PUBLIC_URL", "https://wins.example.org")
    assert f'href="https://wins.example.org{path}"' in as_ana.get(path).text


def test_a_link_that_is_pasted_leads_to_its_page(as_ben: Browser, ana: Someone, team: Any) -> None:
    path = invitation(team, ana)
    for pasted in (f" https://wins.example.org{path}?x=1 ", path.rpartition("/")[2]):
        found = as_ben.client.get("/memberships/new", query_string={"link": pasted})
        assert (found.status_code, found.location) == (303, path)
    other = as_ben.get("/memberships/new?link=https://wins.example.org/")
    assert "This is not the address of an invitation" in other.text


def test_leaving_asks_first_what_becomes_of_what_was_shared(
    as_ben: Browser, ben: Someone, ana: Someone, team: Any
) -> None:
    joins(ben, team, ana, now=clock.now())
    assert as_ben.post("/departures/", team=str(team)).status_code == 422
    assert as_ben.post("/departures/", team=str(team), wins="kept").status_code == 303
    assert places(team) == {"Ana": "lead"}


def test_a_page_that_was_open_when_somebody_was_removed_is_of_no_use(
    as_ben: Browser, ben: Someone, ana: Someone, team: Any
) -> None:
    joins(ben, team, ana, now=clock.now())
    memberships.set_place(ana.me, team, number(ben), Place.LEAD, NOON)
    memberships.remove(ana.me, team, number(ben), NOON + 1)
    for send in (
        lambda it: as_ben.get(f"/teams/{it}/settings"),
        lambda it: as_ben.post("/departures/", team=str(it), wins="kept"),
        lambda it: as_ben.post(f"/teams/{it}/settings?_method=PATCH", name="Mine"),
        lambda it: as_ben.post(f"/teams/{it}/memberships/{ana.id}?_method=DELETE"),
    ):
        theirs, none = send(team), send(2_000_000_000)
        assert (theirs.status_code, theirs.data) == (404, none.data)
    assert "You are no longer in the team" in as_ben.get("/").text


def test_whoever_is_told_sees_one_line_until_it_is_read(
    as_ben: Browser, ben: Someone, team: Any
) -> None:
    before = drawn(as_ben)
    tell(number(ben), NoticeKind.REMOVED, team, "Platform", NOON)
    assert as_ben.get("/").text.count("You are no longer in the team") == 1
    [notice] = re.findall(r'action="(/notices/[^?"]+)\?', as_ben.get("/settings/").text)
    as_ben.post(f"{notice}?_method=DELETE")
    assert drawn(as_ben) == before


def drawn(browser: Browser) -> str:
    """Return Today without what each drawing of it makes."""
    page = re.sub(r'data-rev="\d+"', "", browser.get("/").text)
    return re.sub(r'name="once" value="[0-9a-f-]{36}"', "", page)


LONG = "فريق " * 20


@pytest.mark.parametrize("name", ["x" * 100, LONG.strip(), "<b>Bold</b>"])
def test_any_name_of_a_hundred_characters_is_shown_whole(
    name: str, as_ana: Browser, ana: Someone
) -> None:
    made = as_ana.post("/teams/", name=name)
    assert made.status_code == 303
    assert name.replace("<", "&lt;").replace(">", "&gt;") in as_ana.get(made.location).text


def test_a_longer_name_is_given_back(as_ana: Browser, ana: Someone) -> None:
    refused = as_ana.post("/teams/", name="x" * 101)
    assert (refused.status_code, "x" * 101 in refused.text) == (422, True)


def test_whoever_is_in_no_team_has_one_quiet_line_in_settings(
    as_ana: Browser, ana: Someone
) -> None:
    page = as_ana.get("/settings/").text
    assert re.findall(r'href="(/(?:teams|memberships|organisations)[^"]*)"', page) == [
        "/teams/new",
        "/memberships/new",
    ]
    assert "/teams" not in as_ana.get("/").text


@pytest.mark.parametrize("number", ["", "x", "0", "2000000000"])
def test_leaving_a_team_that_is_not_there_changes_nothing(
    as_ana: Browser, ana: Someone, team: Any, number: str
) -> None:
    for wins in ("kept", "private", ""):
        assert as_ana.post("/departures/", team=number, wins=wins).status_code == 404
    assert places(team) == {"Ana": "lead"}


def test_there_is_no_page_of_a_member_who_is_not_in_the_team(
    as_ana: Browser, ben: Someone, team: Any
) -> None:
    for member in (ben.id, 2_000_000_000):
        assert as_ana.get(f"/teams/{team}/memberships/{member}/edit").status_code == 404
