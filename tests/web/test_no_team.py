"""Somebody who is in no team is not asked who may see what, and reads of no team (R31)."""

import re
from typing import Any

import pytest

from tests.support.make import HOUR, NOON, Someone, edit, win
from tests.web.asking import asked
from tests.web.conftest import Browser
from tests.web.test_page_queries import PAGES
from webapp.storage.account.people import Person
from webapp.storage.capture.wins import Win

OFFERED = re.compile(r"(Your|My) team|(The|My) organisation|New wins are seen by")
NOT_A_PAGE_OF_OURS = {"GET /help/"}  # it says what teams will see


@pytest.fixture
def stored_for_a_team(theirs: dict[str, Any], ana: Someone) -> dict[str, Any]:
    """What Ana has, stored for a team by an earlier version, and changed once."""
    its = {"id": theirs["win_id"]}
    ana.sends(edit(its, visibility="organisation"))
    Person.update(visibility="team").where(Person.id == ana.id).execute()
    ana.sends(edit(its, at=NOON + HOUR, visibility="team"), win("New"))
    return theirs


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
