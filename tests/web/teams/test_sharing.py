"""Who may see a win is asked of those in a team, and of nobody else (R31)."""

import json
import re
from html import unescape

import pytest

from tests.support.make import Someone, edit, win
from tests.support.owners.teams import a_team, leaves
from tests.web.conftest import Browser
from webapp.storage.capture.presets import Preset
from webapp.storage.capture.wins import Win
from webapp.storage.teams.memberships import Membership
from webapp.storage.teams.shared_wins import SharedWin

ASKED = re.compile(r'<select[^>]*name="visibility"[^>]*>(.*?)</select>', re.DOTALL)
OPTION = re.compile(r'<option value="([^"]*)"')


@pytest.fixture
def team(ana: Someone, ben: Someone) -> int:
    """Return the number of a team of Ana and Ben."""
    return a_team(ana, "Platform", ben)


@pytest.fixture
def stored(ana: Someone) -> str:
    """Return the id of a win of Ana's."""
    one = win()
    ana.sends(one)
    return str(one["id"])


def offered(page: str) -> list[str]:
    """Return what a page offers as those who may see a win; it asks once."""
    return OPTION.findall("".join(ASKED.findall(page)[:1]))


def test_the_forms_offer_the_teams_by_name(as_ana: Browser, team: int, stored: str) -> None:
    for path in (f"/wins/{stored}/edit", "/", "/wins/"):
        page = as_ana.get(path).text
        assert offered(page) == ["private", f"team:{team}"]
        assert "Platform" in page
    assert offered(as_ana.get("/presets/new").text) == ["", "private", f"team:{team}"]


def test_the_organisation_is_offered_where_the_team_is_in_one(
    as_ana: Browser, team: int, stored: str
) -> None:
    Membership.update(organisation_name="Acme").execute()
    page = as_ana.get(f"/wins/{stored}/edit").text
    assert offered(page) == ["private", f"team:{team}", f"organisation:{team}"]
    assert "Acme" in page


def test_somebody_in_no_team_is_not_asked(as_cleo: Browser, cleo: Someone, team: int) -> None:
    one = win()
    cleo.sends(one)
    for path in (f"/wins/{one['id']}/edit", "/", "/wins/", "/presets/new", "/settings/"):
        page = as_cleo.get(path).text
        assert 'name="visibility"' not in page
        assert "Who may see" not in page
    assert as_cleo.get("/settings/visibility/edit").status_code == 404


def test_a_win_is_shown_and_hidden_by_its_form(as_ana: Browser, team: int, stored: str) -> None:
    path = f"/wins/{stored}?_method=PATCH"
    as_ana.post(path, what="Ours", visibility=f"team:{team}")
    assert SharedWin.get().what == "Ours"
    page = as_ana.get(f"/wins/{stored}/edit").text
    assert f'value="team:{team}" selected' in page
    as_ana.post(path, what="Ours", visibility="private")
    assert not SharedWin.select().exists()


def test_a_row_carries_who_may_see_it_for_the_phones_form(
    as_ana: Browser, ana: Someone, team: int
) -> None:
    ana.sends(win("Ours", visibility=f"team:{team}"))
    [more] = re.findall(r'data-more="([^"]*)"', as_ana.get("/").text.partition("<template")[0])
    assert json.loads(unescape(more)) == {"visibility": f"team:{team}"}


def test_the_history_names_the_team(as_ana: Browser, ana: Someone, team: int, stored: str) -> None:
    one = {"id": stored}
    ana.sends(edit(one, visibility=f"team:{team}"), edit(one, at=win()["at"] + 10**6, what="More"))
    ana.sends(edit(one, at=win()["at"] + 10**7, visibility="private"))
    page = as_ana.get(f"/wins/{stored}/revisions/").text
    assert "Platform" in page
    assert "Only you" in page


def test_a_preset_shows_what_it_logs(as_ana: Browser, ana: Someone, team: int) -> None:
    as_ana.post("/presets/", what="Unblocked Ben", kind="quick", visibility=f"team:{team}")
    assert [one.visibility for one in Preset.select()] == [f"team:{team}"]
    [fields] = re.findall(r'data-fields="([^"]*)"', as_ana.get("/").text)
    ana.sends(win(**json.loads(unescape(fields))))
    assert SharedWin.get().what == "Unblocked Ben"


def test_new_wins_are_shown_as_the_settings_say(as_ana: Browser, ana: Someone, team: int) -> None:
    as_ana.post("/settings/visibility?_method=PATCH", visibility=f"team:{team}")
    assert "Platform" in as_ana.get("/settings/").text
    ana.sends(win("By default"))
    assert SharedWin.get().what == "By default"
    as_ana.post("/settings/visibility?_method=PATCH", visibility="private")
    ana.sends(win("Mine"))
    assert SharedWin.select().count() == 1


@pytest.mark.parametrize("said", ["team:987654", "team", "x", ""])
def test_no_default_names_a_team_of_others(
    as_ana: Browser, ana: Someone, team: int, said: str
) -> None:
    answer = as_ana.post("/settings/visibility?_method=PATCH", visibility=said)
    assert (answer.status_code, ana.me.visibility) == (422, "private")


def test_after_leaving_a_win_that_stayed_can_still_be_made_private(
    as_ana: Browser, ana: Someone, team: int
) -> None:
    one = win(visibility=f"team:{team}")
    ana.sends(one)
    leaves(ana, team)
    page = as_ana.get(f"/wins/{one['id']}/edit").text
    assert offered(page) == ["private", f"team:{team}"]
    as_ana.post(f"/wins/{one['id']}?_method=PATCH", what="Ours", visibility="private")
    assert not SharedWin.select().exists()
    assert Win.get().team_id is None


def test_who_has_left_is_asked_no_more_unless_a_win_of_theirs_is_still_shown(
    as_ana: Browser, ana: Someone, ben: Someone, team: int, stored: str
) -> None:
    leaves(ana, team)
    for path in (f"/wins/{stored}/edit", "/", "/wins/", "/presets/new", "/settings/"):
        page = as_ana.get(path).text
        assert 'name="visibility"' not in page
        assert "Who may see" not in page


def test_a_win_that_was_never_shown_has_no_choice_of_one(
    as_ana: Browser, ana: Someone, team: int, stored: str
) -> None:
    ana.sends(win(visibility=f"team:{team}"))
    leaves(ana, team)
    assert "Who may see" not in as_ana.get(f"/wins/{stored}/edit").text
    assert offered(as_ana.get("/").text) == ["private"]  # its row there can be taken back
