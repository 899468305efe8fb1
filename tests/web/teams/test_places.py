"""The menu of a row: moving a win between the columns of a board, in two taps (R30)."""

import re
from typing import Any

import pytest

from tests.support.make import NOON, Someone, win
from tests.support.owners.teams import a_team
from tests.web.conftest import Browser
from webapp.domain.objectives.objectives import add_objective
from webapp.domain.teams.acting import acting_for_team
from webapp.domain.teams.teams import archive_team
from webapp.rules.objectives.objectives import ObjectiveFields
from webapp.storage.capture.wins import Win
from webapp.storage.teams.shared_wins import SharedWin

MENU = re.compile(r'class="icon-link shown-win__menu"\s+href="([^"]+)"')
FRAGMENT = {"HX-Request": "true", "HX-Request-Type": "partial"}


@pytest.fixture
def team(ana: Someone, ben: Someone) -> int:
    """Return the number of a team of Ana and Ben."""
    return a_team(ana, "Platform", ben)


@pytest.fixture
def faster(ana: Someone, team: int) -> str:
    """Return the id of an objective of the team."""
    return add_objective(acting_for_team(team, ana.me.id), ObjectiveFields("Faster"), NOON)


def moved(browser: Browser, team: int, win_id: str, **form: str) -> Any:
    return browser.post(f"/teams/{team}/places/{win_id}?_method=PATCH", **form)


def test_only_what_one_may_move_has_a_menu(
    as_ben: Browser, ana: Someone, ben: Someone, team: int, faster: str
) -> None:
    own, mates = win("Own", visibility=f"team:{team}"), win("Ana's", visibility=f"team:{team}")
    teams = win("Of the team", team=team)
    ben.sends(own, teams)
    ana.sends(mates)
    board = as_ben.get(f"/teams/{team}?kind=quick").text
    menus = [f"/teams/{team}/places/{one['id']}?kind=quick" for one in (own, teams)]
    assert sorted(MENU.findall(board)) == sorted(menus)
    assert as_ben.get(f"/teams/{team}/places/{mates['id']}").status_code == 404
    page, part = as_ben.get(menus[0]).text, as_ben.get(menus[0], headers=FRAGMENT).text
    for button in ('name="kind" value="milestone"', f'name="objective" value="{faster}"'):
        assert button in page
        assert button in part
    assert "<html" not in part


def test_a_tap_gives_ones_own_win_another_kind_and_leads_back(
    as_ben: Browser, ben: Someone, team: int
) -> None:
    one = win("Own", visibility=f"team:{team}")
    ben.sends(one)
    answer = moved(as_ben, team, one["id"], kind="milestone", board_by="kind")
    assert answer.location == f"/teams/{team}?by=kind"
    assert (Win.get().kind, SharedWin.get().kind) == ("milestone", "milestone")


def test_under_another_objective_ones_own_stay(
    as_ben: Browser, ben: Someone, team: int, faster: str
) -> None:
    own = add_objective(ben.me, ObjectiveFields("Write well"), NOON)
    one = win("Own", visibility=f"team:{team}", objectives=[own])
    ben.sends(one)
    moved(as_ben, team, one["id"], objective=faster)
    assert (Win.get().objectives.split(), SharedWin.get().objective) == ([faster, own], faster)
    moved(as_ben, team, one["id"], objective="other")
    assert (Win.get().objectives.split(), SharedWin.get().objective) == ([own], "")


def test_any_member_moves_a_win_of_the_teams_own(
    as_ana: Browser, ben: Someone, team: int, faster: str
) -> None:
    one = win("Of the team", team=team)
    ben.sends(one)
    moved(as_ana, team, one["id"], objective=faster)
    moved(as_ana, team, one["id"], kind="process")
    stored = SharedWin.get()
    assert (stored.objective, stored.kind) == (faster, "process")


def test_its_owner_lets_it_be_shown_outside_and_takes_that_back(
    as_ben: Browser, as_ana: Browser, ben: Someone, team: int
) -> None:
    one = win("Own", visibility=f"team:{team}")
    ben.sends(one)
    assert moved(as_ana, team, one["id"], outside="yes").status_code == 404
    for answer, shown in (("yes", True), ("no", False)):
        moved(as_ben, team, one["id"], outside=answer)
        assert SharedWin.get().outside is shown


def test_nobody_takes_a_win_of_the_teams_own_out_of_its_links(
    as_ben: Browser, ben: Someone, team: int
) -> None:
    one = win("Of the team", team=team)
    ben.sends(one)
    assert "outside" not in as_ben.get(f"/teams/{team}/places/{one['id']}").text
    moved(as_ben, team, one["id"], outside="no")
    assert SharedWin.get().outside


def test_on_the_board_of_an_archived_team_nothing_moves(
    as_ben: Browser, ana: Someone, ben: Someone, team: int
) -> None:
    one = win("Own", visibility=f"team:{team}")
    ben.sends(one)
    archive_team(ana.me, team, NOON)
    assert not MENU.search(as_ben.get(f"/teams/{team}").text)
    assert moved(as_ben, team, one["id"], kind="milestone").status_code == 422
    assert Win.get().kind == "quick"


def test_what_nobody_knows_moves_nothing(as_ben: Browser, ben: Someone, team: int) -> None:
    one = win("Own", visibility=f"team:{team}")
    ben.sends(one)
    assert moved(as_ben, team, one["id"], kind="huge").status_code == 422
    assert moved(as_ben, team, one["id"], objective="x").status_code == 422
    assert moved(as_ben, team, one["id"]).status_code == 303
    assert Win.get().kind == "quick"
