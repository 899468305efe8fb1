"""A win of a team's own is edited and deleted by any member, with Undo (R30)."""

import re
from typing import Any

import pytest

from tests.support.make import NOON, Someone, win
from tests.support.owners.teams import a_team, joins
from tests.web.conftest import Browser
from tests.web.teams.test_boards import listed
from webapp.rules.teams.teams import Place
from webapp.storage.account.teams import Team
from webapp.storage.capture.wins import Win

UNDO = re.compile(r'action="(/teams/\d+/deletions/[^"]+)"')


@pytest.fixture
def team(ana: Someone, ben: Someone) -> int:
    """Return the number of a team that Ana leads, and Ben observes."""
    made = a_team(ana, "Platform")
    joins(ben, made, ana, place=Place.OBSERVER)
    return made


@pytest.fixture
def shipped(as_ana: Browser, team: int) -> str:
    """Log a win of the team's own, and return its id."""
    as_ana.post(f"/teams/{team}/wins/", what="Shipped it", kind="quick")
    return str(Win.get(Win.person == team).id)


def changes(browser: Browser, team: int, win_id: str, **form: str) -> Any:
    return browser.post(f"/teams/{team}/wins/{win_id}?_method=PATCH", **form)


def deletes(browser: Browser, team: int, win_id: str) -> Any:
    return browser.post(f"/teams/{team}/wins/{win_id}?_method=DELETE")


def test_any_member_edits_its_words(
    as_ben: Browser, as_ana: Browser, team: int, shipped: str
) -> None:
    page = f"/teams/{team}/wins/{team}/{shipped}"
    assert f'href="/teams/{team}/wins/{shipped}/edit"' in as_ben.get(page).text
    form = as_ben.get(f"/teams/{team}/wins/{shipped}/edit").text
    assert 'value="Shipped it"' in form
    assert not any(f'name="{one}"' in form for one in ("visibility", "approach", "area"))
    said = {"impact": "8 min", "next_step": "Tell them", "evidence": "https://example.org/build"}
    answer = changes(
        as_ben, team, shipped, what="Shipped both", kind="milestone", moves="project", **said
    )
    assert (answer.status_code, answer.location) == (303, page)
    shown = as_ana.get(page).text
    words = ("Shipped both", "8 min", "Tell them", "example.org", "Milestone", "A project")
    assert [one for one in words if one not in shown] == []
    assert listed(as_ana, f"/teams/{team}") == ["Shipped both"]


def test_what_cannot_be_stored_is_given_back(as_ben: Browser, team: int, shipped: str) -> None:
    answer = changes(as_ben, team, shipped, what="", impact="8 min")
    assert answer.status_code == 422
    assert "8 min" in answer.text
    assert 'id="what-problem"' in answer.text
    assert Win.get(Win.id == shipped).what == "Shipped it"


def test_any_member_deletes_it_and_the_board_offers_undo(
    as_ben: Browser, as_ana: Browser, team: int, shipped: str
) -> None:
    changes(as_ben, team, shipped, what="Shipped both")
    answer = deletes(as_ben, team, shipped)
    assert answer.location.startswith(f"/teams/{team}?deleted=")
    assert listed(as_ana, f"/teams/{team}") == []
    page = as_ben.get(answer.location).text
    assert re.search(r"Deleted: \W*Shipped both", page)
    [undo] = UNDO.findall(page)
    assert as_ana.post(undo).location == f"/teams/{team}/wins/{team}/{shipped}"
    assert listed(as_ben, f"/teams/{team}") == ["Shipped both"]
    assert "Shipped both" in as_ben.get(f"/teams/{team}/wins/{team}/{shipped}").text


def test_what_a_team_deleted_is_named_on_its_board_only(
    as_ana: Browser, team: int, shipped: str
) -> None:
    deletion = deletes(as_ana, team, shipped).location.partition("=")[2]
    for path in (f"/teams/{team}/settings", "/", "/wins/"):
        assert "Shipped it" not in as_ana.get(f"{path}?deleted={deletion}").text


def test_a_mates_win_is_neither_edited_nor_deleted(
    as_ana: Browser, as_ben: Browser, ben: Someone, team: int
) -> None:
    one = win("Cut the build", visibility=f"team:{team}")
    ben.sends(one)
    assert "/edit" not in as_ana.get(f"/teams/{team}/wins/{ben.id}/{one['id']}").text
    for browser in (as_ana, as_ben):
        answers = (
            changes(browser, team, one["id"], what="Mine"),
            deletes(browser, team, one["id"]),
            browser.get(f"/teams/{team}/wins/{one['id']}/edit"),
        )
        assert {answer.status_code for answer in answers} == {404}
    assert listed(as_ana, f"/teams/{team}") == ["Cut the build"]


def test_a_win_of_an_archived_team_stays_as_it_is(as_ben: Browser, team: int, shipped: str) -> None:
    Team.update(archived=NOON).where(Team.owner == team).execute()
    page = as_ben.get(f"/teams/{team}/wins/{team}/{shipped}").text
    assert ("Shipped it" in page, "/edit" in page, "_method=DELETE" in page) == (True, False, False)
    answers = (changes(as_ben, team, shipped, what="Mine"), deletes(as_ben, team, shipped))
    assert {answer.status_code for answer in answers} == {422}
    assert listed(as_ben, f"/teams/{team}") == ["Shipped it"]
