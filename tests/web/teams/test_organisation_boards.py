"""The wins that the teams of an organisation show to it, as those of the organisation read them."""

import re
from collections.abc import Callable

import pytest
from flask import Flask

from tests.support.make import DAY, HOUR, NOON, Someone, edit, visit, win
from tests.support.owners.teams import a_team, leaves, runs
from tests.support.queries import counted_queries
from tests.web.conftest import Browser
from tests.web.teams.test_boards import listed
from webapp.domain.teams.organisations import create_organisation, put_team
from webapp.domain.teams.teams import archive_team
from webapp.rules.shared.ids import OrganisationId, TeamId
from webapp.rules.teams.teams import Place
from webapp.web.shared import clock

LINK = "https://example.org/build"


@pytest.fixture
def team(ana: Someone) -> TeamId:
    """Return a team of Ana's."""
    return a_team(ana, "Platform")


@pytest.fixture
def acme(ana: Someone, team: TeamId) -> OrganisationId:
    """Return an organisation of Ana's that holds her team."""
    made = create_organisation(ana.me, "Acme", visit())
    put_team(ana.me, team, made, NOON - DAY)
    return made


def show(
    someone: Someone, team: TeamId, what: str, to: str = "organisation", **more: object
) -> str:
    """Let somebody show a win to the organisation of a team, or to the team; return its id."""
    one = win(what, visibility=f"{to}:{team}", **more)
    someone.sends(one)
    return str(one["id"])


def as_viewer(someone: Someone, ana: Someone, acme: OrganisationId) -> None:
    runs(someone, acme, ana, place=Place.VIEWER)


def as_admin(someone: Someone, ana: Someone, acme: OrganisationId) -> None:
    runs(someone, acme, ana, place=Place.ADMIN)


def as_member_of_another_team(someone: Someone, ana: Someone, acme: OrganisationId) -> None:
    put_team(ana.me, a_team(ana, "Sales", someone), acme, NOON)


@pytest.mark.parametrize("role", [as_viewer, as_admin, as_member_of_another_team])
def test_those_of_an_organisation_read_what_is_shown_to_it_and_nothing_else(
    as_ben: Browser,
    ana: Someone,
    ben: Someone,
    team: TeamId,
    acme: OrganisationId,
    role: Callable[[Someone, Someone, OrganisationId], None],
) -> None:
    show(ana, team, "Cut the build")
    show(ana, team, "Of the team", to="team")
    ana.sends(win("Private"))
    role(ben, ana, acme)
    assert listed(as_ben, f"/organisations/{acme}") == ["Cut the build"]
    assert as_ben.get(f"/organisations/{acme}").headers["Cache-Control"] == "no-store"


def test_a_row_says_all_that_may_be_read_and_leads_nowhere(
    as_ben: Browser, ana: Someone, ben: Someone, team: TeamId, acme: OrganisationId
) -> None:
    said = {"impact": "8 min", "next_step": "Cache it", "evidence": LINK, "moves": "project"}
    shown = show(ana, team, "Cut the build", kind="process", **said)
    ana.sends(edit({"id": shown}, at=NOON + HOUR, area="Secret", worked="Hush"))
    as_viewer(ben, ana, acme)
    page = as_ben.get(f"/organisations/{acme}").text
    for one in ("Cut the build", "8 min", "Cache it", LINK, "A project", ">Ana<", ">Platform<"):
        assert one in page
    assert not re.search(f"Secret|Hush|{shown}|/teams/{team}", page)


def test_ones_own_win_leads_to_its_details(
    as_ana: Browser, ana: Someone, team: TeamId, acme: OrganisationId
) -> None:
    shown = show(ana, team, "Mine")
    assert f'href="/wins/{shown}/edit"' in as_ana.get(f"/organisations/{acme}").text


def test_who_is_none_of_them_is_answered_as_if_there_were_none(
    as_ben: Browser,
    as_cleo: Browser,
    ana: Someone,
    ben: Someone,
    team: TeamId,
    acme: OrganisationId,
) -> None:
    show(ana, team, "Cut the build")
    sales = a_team(ana, "Sales", ben)
    put_team(ana.me, sales, acme, NOON)
    leaves(ben, sales)
    missing = as_cleo.get("/organisations/987654")
    for browser in (as_ben, as_cleo):
        answer = browser.get(f"/organisations/{acme}")
        assert (answer.status_code, answer.data) == (404, missing.data)


def test_wins_of_all_teams_are_one_list_newest_first_in_pages(
    as_ana: Browser, ana: Someone, ben: Someone, team: TeamId, acme: OrganisationId
) -> None:
    sales = a_team(ben, "Sales", ana)
    runs(ben, acme, ana, place=Place.ADMIN)
    put_team(ben.me, sales, acme, NOON - DAY)
    for at in range(35):
        of, owner = ((team, ana), (sales, ben))[at % 2]
        show(owner, of, f"Win {at}", at=NOON - at // 3 * HOUR)
    path = f"/organisations/{acme}"
    [after] = re.findall(r'rel="next"\s+href="([^"]+)"', as_ana.get(path).text)
    first, rest = listed(as_ana, path), listed(as_ana, after.replace("&amp;", "&"))
    assert (len(first), len(rest)) == (30, 5)
    assert {*first, *rest} == {f"Win {at}" for at in range(35)}
    hours = [int(one.split()[1]) // 3 for one in first + rest]
    assert hours == sorted(hours)


def test_an_archived_teams_wins_stay_and_those_of_a_team_that_went_do_not(
    as_ana: Browser, ana: Someone, team: TeamId, acme: OrganisationId
) -> None:
    show(ana, team, "Before")
    archive_team(ana.me, team, NOON)
    assert listed(as_ana, f"/organisations/{acme}") == ["Before"]
    put_team(ana.me, team, None, NOON)
    assert listed(as_ana, f"/organisations/{acme}") == []


def test_made_private_it_is_gone_at_once(
    as_ana: Browser, ana: Someone, team: TeamId, acme: OrganisationId
) -> None:
    shown = show(ana, team, "Before")
    ana.sends(edit({"id": shown}, visibility=f"team:{team}"))
    assert listed(as_ana, f"/organisations/{acme}") == []


def test_the_list_costs_as_many_statements_with_many_wins(
    as_ana: Browser, ana: Someone, team: TeamId, acme: OrganisationId
) -> None:
    counts = []
    for _ in range(2):
        for at in range(32):
            show(ana, team, f"Win {at}", at=NOON - at)
        with counted_queries() as ran:
            as_ana.get(f"/organisations/{acme}")
        counts.append(len(ran))
    assert counts[0] == counts[1] <= 8


def test_each_of_them_is_led_to_the_list(
    app: Flask, as_ana: Browser, ana: Someone, ben: Someone, team: TeamId, acme: OrganisationId
) -> None:
    as_viewer(ben, ana, acme)
    link = f'href="/organisations/{acme}"'
    for_admins = (f"/organisations/{acme}/settings", f"/teams/{team}")
    assert all(link in as_ana.get(path).text for path in for_admins)
    assert link in Browser(ben.browser(app)).get("/settings/").text


@pytest.mark.parametrize(("most", "says"), [(2, True), (3, True), (4, False)])
def test_columns_of_a_board_say_where_they_count_only_a_part(
    as_ana: Browser,
    ana: Someone,
    team: TeamId,
    most: int,
    says: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = clock.now()
    ana.sends(*(win(at=now, visibility=f"team:{team}") for _ in range(3)), now=now)
    for module in ("webapp.domain.teams.board_pages", "webapp.web.teams.boards"):
        monkeypatch.setattr(f"{module}.MOST_COUNTED", most)
    page = as_ana.get(f"/teams/{team}?by=kind").text
    assert (f"Counted are the newest {most} wins" in page) is says
