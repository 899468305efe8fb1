"""Who may see and change what a team owns: every route below /teams/<team> (A1)."""

from typing import Any

import pytest
from flask import Flask

from tests.support.make import Someone
from tests.support.owners.some_team import SomeTeam, leave
from tests.support.queries import counted_queries
from tests.web.asking import asked, things_of
from tests.web.conftest import Browser
from tests.web.marked import live, mark
from tests.web.teams.owned import ROUTES_OF_TEAMS, missing
from tests.web.test_owner_scope import has_any
from tests.web.twins.life import fill
from tests.web.twins.rows import rows_of
from webapp.storage.teams.memberships import Membership

PAGES = [route for route, (_, member, _) in ROUTES_OF_TEAMS.items() if member == 200]
CHANGES = [route for route in ROUTES_OF_TEAMS if not route.startswith("GET ")]


@pytest.mark.parametrize("route", ROUTES_OF_TEAMS)
def test_each_role_gets_its_answer(
    route: str, its: dict[str, Any], signed_out: Browser, as_ben: Browser, as_cleo: Browser
) -> None:
    answers = [asked(browser, route, its) for browser in (signed_out, as_ben, as_cleo)]
    # The member's change comes before the stranger's, who must not be told that it was made.
    assert tuple(answer.status_code for answer in answers) == ROUTES_OF_TEAMS[route]


@pytest.mark.long
@pytest.mark.parametrize("route", ROUTES_OF_TEAMS)
def test_a_stranger_learns_nothing_about_a_team_and_changes_nothing(
    route: str, its: dict[str, Any], team: SomeTeam, as_cleo: Browser
) -> None:
    before = rows_of(team)
    answers = [
        asked(as_cleo, route, things)
        for things in (its, missing(its), {**its, "int:team": 999_999_999})
    ]
    assert len({(one.status_code, one.data, str(one.headers)) for one in answers}) == 1
    assert rows_of(team) == before


@pytest.mark.long
@pytest.mark.parametrize("route", ROUTES_OF_TEAMS)
def test_who_has_left_is_a_stranger(
    route: str, its: dict[str, Any], team: SomeTeam, ben: Someone, as_ben: Browser
) -> None:
    leave(team.id, ben)
    assert asked(as_ben, route, its).status_code == 404


def test_no_page_of_a_team_shows_what_is_its_members(
    app: Flask, ana: Someone, its: dict[str, Any]
) -> None:
    hers = things_of(ana)
    live(ana, hers)
    fill(ana, hers)
    mark(ana)
    Membership.update(person_name="Ana", team_name="Harbour").execute()  # members see names
    shown = [route for route in PAGES if has_any(asked(Browser(ana.browser(app)), route, its).text)]
    assert shown == []


@pytest.mark.parametrize("route", [route for route in PAGES if route.startswith("GET ")])
def test_a_page_of_a_team_runs_few_queries(
    as_ben: Browser, its: dict[str, Any], route: str
) -> None:
    asked(as_ben, route, its)
    with counted_queries() as queries:
        asked(as_ben, route, its)
    assert len(queries) <= 10, "\n".join(queries)
