"""Somebody who is in no team is not asked who may see what, and reads of no team (R31)."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.support.make import HOUR, NOON, Someone, edit, win
from tests.web.asking import asked, things_of
from tests.web.conftest import Browser
from tests.web.test_page_queries import PAGES
from webapp.domain.outbox.deletions import delete_win, undo_deletion
from webapp.storage.account.people import Person
from webapp.storage.capture.wins import Win

OFFERED = re.compile(r"(Your|My) team|(The|My) organisation|New wins are seen by|value=.team:\d")
MORE = re.compile(r"data-more=\"([^\"]*)\"")
NOT_A_PAGE_OF_OURS = {"GET /help/"}  # it says what teams will see


@pytest.fixture
def hers(ana: Someone) -> dict[str, Any]:
    """Return what Ana has, who is in no team."""
    return things_of(ana)


@pytest.fixture
def stored_for_a_team(hers: dict[str, Any], ana: Someone) -> dict[str, Any]:
    """What Ana has, stored for a team by an earlier version, and changed once."""
    its = {"id": hers["win_id"]}
    ana.sends(edit(its, visibility="organisation"))
    Person.update(visibility="team").where(Person.id == ana.id).execute()
    ana.sends(edit(its, at=NOON + HOUR, visibility="team"), win("New"))
    return hers


@pytest.mark.parametrize("route", sorted({*PAGES} - NOT_A_PAGE_OF_OURS))
def test_no_page_offers_a_team(
    as_ana: Browser, stored_for_a_team: dict[str, Any], route: str
) -> None:
    assert OFFERED.findall(asked(as_ana, route, stored_for_a_team).text) == []


def test_what_was_stored_for_a_team_stays_and_is_called_private(
    as_ana: Browser, stored_for_a_team: dict[str, Any]
) -> None:
    win_id = stored_for_a_team["win_id"]
    as_ana.post(f"/wins/{win_id}?_method=PATCH", what="Other words")
    assert Win.get(Win.id == win_id).visibility == "team"
    history = as_ana.get(f"/wins/{win_id}/revisions/").text
    assert "Only you" in history


def logs(ana: Someone, _browser: Browser, said: str) -> None:
    ana.sends(win("Late", visibility=said))


def edits(ana: Someone, _browser: Browser, said: str) -> None:
    late = win("Late")
    ana.sends(late, edit(late, visibility=said))


def edits_before_it_logs(ana: Someone, _browser: Browser, said: str) -> None:
    late = win("Late")
    ana.sends(edit(late, visibility=said))
    ana.sends(late)


def has_it_as_default(ana: Someone, _browser: Browser, said: str) -> None:
    Person.update(visibility=said).where(Person.id == ana.id).execute()
    ana.sends(win("Late"))


def logs_by_a_form(_ana: Someone, browser: Browser, said: str) -> None:
    assert browser.post("/wins/", what="Late", visibility=said).status_code == 303


def edits_by_a_form(ana: Someone, browser: Browser, said: str) -> None:
    late = win("Late")
    ana.sends(late)
    browser.post(f"/wins/{late['id']}?_method=PATCH", what="Late", visibility=said)


def makes_a_preset(ana: Someone, browser: Browser, said: str) -> None:
    browser.post("/presets/", what="Late", visibility=said)
    [button] = re.findall(r'name="preset" value="([^"]+)"', browser.get("/").text)
    ana.sends(win("Late", preset=button, visibility=said))


def deletes_and_undoes(ana: Someone, _browser: Browser, said: str) -> None:
    late = win("Late", visibility=said)
    ana.sends(late)
    undo_deletion(ana.me, delete_win(ana.me, late["id"], NOON), NOON)


WAYS = (
    *(logs, edits, edits_before_it_logs, has_it_as_default, logs_by_a_form, edits_by_a_form),
    *(makes_a_preset, deletes_and_undoes),
)


@pytest.mark.parametrize("said", ["team", "organisation"])
@pytest.mark.parametrize("way", WAYS)
def test_what_names_no_team_is_private_however_it_arrives(
    way: Callable[[Someone, Browser, str], None], said: str, ana: Someone, as_ana: Browser
) -> None:
    way(ana, as_ana, said)
    assert [one.team_id for one in Win.select()] == [None]
    pages = {one: as_ana.get(f"/wins/?visibility={one}").text for one in (said, "private")}
    assert [one for one, page in pages.items() if "Late" in page] == ["private"]
    assert "visibility" not in "".join(MORE.findall(as_ana.get("/").text))
    assert OFFERED.findall(pages["private"]) == []


def test_an_entry_cannot_name_a_team_and_nobody_sets_a_default(
    ana: Someone, as_ana: Browser
) -> None:
    [verdict] = ana.sends(win("Late", visibility="team", team=ana.id)).verdicts
    assert verdict.outcome == "refused"
    as_ana.post("/settings/visibility?_method=PATCH", visibility="team")
    assert ana.me.visibility == "private"
