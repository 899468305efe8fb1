"""Objectives of a team in forms of wins, and the wins under them on its board (R30, R31)."""

import re

import pytest

from tests.support.make import NOON, Someone, win
from tests.support.owners.teams import a_team
from tests.web.conftest import Browser
from webapp.domain.objectives.objectives import add_objective, change_objective, delete_objective
from webapp.domain.teams.acting import ActingForTeam, acting_for_team
from webapp.rules.objectives.objectives import ObjectiveFields
from webapp.storage.capture.wins import Win
from webapp.storage.teams.shared_wins import SharedWin

COLUMN = re.compile(r"<(?:summary|a class=\"row card\"[^>]*)>\s*<bdi>([^<]*)</bdi>")


@pytest.fixture
def team(ana: Someone, ben: Someone) -> int:
    """Return the number of a team of Ana and Ben."""
    return a_team(ana, "Platform", ben)


@pytest.fixture
def acting(ana: Someone, team: int) -> ActingForTeam:
    """Return Ana as she acts for the team."""
    return acting_for_team(team, ana.me.id)


@pytest.fixture
def faster(acting: ActingForTeam) -> str:
    """Return the id of an objective of the team."""
    return add_objective(acting, ObjectiveFields("Faster builds"), NOON)


def shows(someone: Someone, team: int, what: str, *objectives: str) -> str:
    one = win(what, visibility=f"team:{team}", objectives=list(objectives))
    someone.sends(one)
    return str(one["id"])


def columns(browser: Browser, team: int) -> list[str]:
    """Return the names of the columns of a board by objective, of all times."""
    return COLUMN.findall(browser.get(f"/teams/{team}?by=objective&from=2026-01-01").text)


def test_the_details_and_what_a_phone_draws_them_from_offer_them(
    as_ben: Browser, ben: Someone, team: int, faster: str
) -> None:
    box = re.compile(rf'name="objectives" value="{faster}"[^>]*>\s*<bdi>.*Faster builds.*Platform')
    own = shows(ben, team, "Cut it")
    for path in ("/", "/wins/", f"/wins/{own}/edit"):
        assert box.search(as_ben.get(path).text), path


def test_a_mates_win_stands_under_it_on_the_board(
    as_ana: Browser, as_ben: Browser, ben: Someone, team: int, faster: str
) -> None:
    own = shows(ben, team, "Cut it")
    assert columns(as_ana, team) == ["Other wins"]
    as_ben.post(f"/wins/{own}?_method=PATCH", objectives=faster)
    assert columns(as_ana, team) == ["Faster builds"]
    assert "Faster builds" in as_ana.get(f"/teams/{team}/wins/{ben.id}/{own}").text


@pytest.mark.parametrize("end", ["dropped", "deleted"])
def test_wins_of_an_objective_that_is_gone_are_other_wins(
    as_ana: Browser, ben: Someone, team: int, acting: ActingForTeam, faster: str, end: str
) -> None:
    shows(ben, team, "Cut it", faster)
    shows(ben, team, "Other")
    if end == "deleted":
        delete_objective(acting, faster, NOON)
    else:
        change_objective(acting, faster, ObjectiveFields("Faster builds", state="dropped"))
    assert columns(as_ana, team) == ["Other wins"]
    others = as_ana.get(f"/teams/{team}?objective=other").text
    assert all(one in others for one in ("Cut it", ">Other<"))


def test_any_member_files_a_win_of_the_teams_own(
    as_ana: Browser, as_ben: Browser, team: int, faster: str
) -> None:
    as_ben.post(f"/teams/{team}/wins/", what="Shipped it", kind="quick")
    own = Win.get(Win.person == team).id
    form = as_ana.get(f"/teams/{team}/wins/{own}/edit").text
    assert re.search(rf'name="objectives" value="{faster}"', form)
    as_ana.post(f"/teams/{team}/wins/{own}?_method=PATCH", objectives=["", faster])
    assert SharedWin.get().objective == faster


def test_a_kept_page_is_not_the_newest_once_a_mate_changed_what_is_offered(
    as_ben: Browser, acting: ActingForTeam, faster: str
) -> None:
    tag = as_ben.get("/").headers["ETag"]
    assert as_ben.get("/", headers={"If-None-Match": tag}).status_code == 304
    change_objective(acting, faster, ObjectiveFields("Quicker builds"))
    again = as_ben.get("/", headers={"If-None-Match": tag})
    assert (again.status_code, "Quicker builds" in again.text) == (200, True)


def test_what_was_filed_under_a_team_is_told_when_it_stands_elsewhere(
    as_ben: Browser, ben: Someone, acting: ActingForTeam, team: int, faster: str
) -> None:
    delete_objective(acting, faster, NOON)
    shows(ben, team, "Cut it", faster)
    today = as_ben.get("/").text
    assert "is under “Other wins”" in today
    assert "Cut it" in today


def test_a_plan_that_grows_from_such_a_win_can_be_stored(
    as_ben: Browser, ben: Someone, team: int, faster: str
) -> None:
    own = shows(ben, team, "Cut it", faster)
    form = as_ben.get(f"/goals/new?win={own}").text
    chosen = re.findall(r'name="objectives"\s+value="([^"]+)"[^>]*checked', form)
    answer = as_ben.post("/goals/", statement="Halve it again", objectives=chosen, after=own)
    assert answer.status_code == 303
