"""A check-in of a mate changes no byte of any page that others can fetch (R36, metadata)."""

from types import SimpleNamespace
from typing import Any

import pytest
from flask import Flask

from tests.support.make import HOUR, NOON, Someone, correct, rating, undo
from tests.support.owners.teams import play
from tests.web.asking import asked
from tests.web.conftest import Browser
from tests.web.rights import RIGHTS
from tests.web.twins.rows import UUID
from webapp.domain.teams.counting import choose_team
from webapp.rules.rights.permissions import Role
from webapp.rules.shared.ids import id_of_team
from webapp.storage.engine.database import database
from webapp.web.shared import clock

pytestmark = pytest.mark.long

FILES = ("GET /manifest.json", "GET /sw.js")  # the same for everybody, and with a date of their own
PAGES = [route for route in RIGHTS if route.startswith("GET ") and route not in FILES]
MATES = (Role.MEMBER, Role.OBSERVER, Role.LEAD)


@pytest.fixture(autouse=True)
def stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock of the pages stands still."""
    at = (NOON + HOUR) * 1_000_000
    monkeypatch.setattr(clock, "time", SimpleNamespace(time_ns=lambda: at))


def everything(browser: Browser, theirs: dict[str, Any]) -> dict[str, tuple[Any, ...]]:
    """Return status, headers and body of every page by route, without the ids of new forms."""
    found = {}
    for route in PAGES:
        with database.atomic() as attempt:  # what a page stores is the same each time
            answer = asked(browser, route, theirs)
            attempt.rollback()
        found[route] = (answer.status_code, sorted(answer.headers), UUID.sub("id", answer.text))
    return found


@pytest.mark.parametrize("role", [*MATES, Role.ADMIN, Role.VIEWER, Role.FORMER])
def test_every_page_of_ben_is_the_same_before_and_after_ana_checks_in(
    app: Flask, ana: Someone, ben: Someone, theirs: dict[str, Any], role: Role
) -> None:
    team = id_of_team(int(str(theirs["int:team"])))
    play(role, ben, team, ana)
    choose_team(ana.me, str(team), NOON)
    browser = Browser(ben.browser(app))
    before = everything(browser, theirs)
    answer = rating(3, note="Shaky")
    ana.sends(answer, now=NOON + 1)
    assert everything(browser, theirs) == before
    ana.sends(correct(answer, rating="9"), undo(answer), now=NOON + 2)
    assert everything(browser, theirs) == before
    insights = before["GET /teams/<int:team>/insights"][0]
    assert insights == (200 if role in MATES else 404)
