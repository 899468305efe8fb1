"""The canary of boards: each member has a word of their own, and no answer to anybody else has it.

But where its owner shows it: what, impact, next step and evidence of a shared win (R29, A1).
"""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from tests.support.make import HOUR, NOON, Someone, edit, win
from tests.support.owners.teams import a_team, leaves, play
from tests.web.asking import things_of
from tests.web.conftest import Browser
from tests.web.marked import live, mark
from tests.web.test_owner_scope import has_any
from webapp.rules.rights.permissions import Role
from webapp.rules.shared.ids import TeamId
from webapp.storage.account.teams import Team
from webapp.storage.capture.wins import Win
from webapp.storage.objectives.objectives import Objective
from webapp.storage.teams.memberships import Membership
from webapp.storage.teams.organisation_roles import OrganisationRole
from webapp.storage.teams.shared_wins import SharedWin

LINK = "https://example.org/shown"
SHOWN = {
    "what": "Shown words",
    "impact": "Shown effect",
    "next_step": "Shown step",
    "evidence": LINK,
}
PATHS = (
    "/",
    "/wins/",
    "/settings/",
    "/teams/",
    "/presets/new",
    "/outbox/",
    "/insights/",
    "/goals/",
)
OF_TEAM = ("", "?by=kind", "?by=person", "?by=objective", "?objective=other", "?kind=quick")


@pytest.fixture
def team(ana: Someone, ben: Someone) -> TeamId:
    """Return a team that Ana leads."""
    return a_team(ana, "Platform", ben)


@pytest.fixture
def shown(ana: Someone, team: TeamId) -> str:
    """Give Ana a life with the marker in every word, and show one of her wins; return its id."""
    things = things_of(ana)
    live(ana, things)
    one = win(**SHOWN, area="x", objectives=[things["objective_id"]], goal=things["goal_id"])
    ana.sends(one, edit(one, at=NOON + HOUR, approach="x", worked="x", improve="x", area="y"))
    mark(ana)
    Membership.update(person_name="Ana", team_name="Platform").execute()
    ana.sends(edit(one, at=NOON + 2 * HOUR, visibility=f"team:{team}", **SHOWN))
    its = (Win.person == ana.id, Win.id == one["id"])
    assert all(has_any(getattr(Win.get(*its), name)) for name in ("area", "approach", "worked"))
    assert Objective.select().where(Objective.owner == ana.id).exists()
    return str(one["id"])


def as_member(ben: Someone, team: TeamId) -> None:
    assert ben.me.teams == 1


def as_observer(ben: Someone, team: TeamId) -> None:
    Membership.update(observer=True).where(Membership.person == ben.id).execute()


def as_lead(ben: Someone, team: TeamId) -> None:
    Membership.update(role="lead").where(Membership.person == ben.id).execute()


def as_former_mate(ben: Someone, team: TeamId) -> None:
    leaves(ben, team)


def answers(browser: Browser, team: TeamId, ana: Someone, shown: str) -> dict[str, Any]:
    """Return what somebody is answered: on their own pages, and on those of the team and of Ana."""
    details = f"/teams/{team}/wins/{ana.id}/{shown}"
    of_ana = (f"/wins/{shown}/edit", f"/wins/{shown}/revisions/", f"/dependencies/win/{shown}")
    boards = (f"/teams/{team}{query}" for query in (*OF_TEAM, f"?person={ana.id}"))
    return {path: browser.get(path) for path in (*PATHS, *boards, details, *of_ana)}


@pytest.mark.parametrize("role", [as_member, as_observer, as_lead, as_former_mate])
def test_a_mate_is_shown_what_was_shared_and_no_word_more(
    app: Flask,
    ana: Someone,
    ben: Someone,
    team: TeamId,
    shown: str,
    role: Callable[[Someone, TeamId], None],
) -> None:
    role(ben, team)
    found = answers(Browser(ben.browser(app)), team, ana, shown)
    assert [path for path, one in found.items() if has_any(f"{one.headers} {one.text}")] == []
    reads = [path for path, one in found.items() if "Shown words" in one.text]
    assert bool(reads) == (role is not as_former_mate)
    assert all(path.startswith("/teams/") for path in reads)


def test_a_row_on_a_board_has_no_column_for_what_is_private() -> None:
    private = {
        "area",
        "approach",
        "worked",
        "improve",
        "counted",
        "goal",
        "indicator",
        "objectives",
    }
    assert private.isdisjoint(SharedWin._meta.fields)


def test_what_is_shared_with_one_team_is_read_by_no_other(
    app: Flask, ana: Someone, cleo: Someone, team: TeamId, shown: str
) -> None:
    other = a_team(cleo, "Sales")
    browser = Browser(cleo.browser(app))
    paths = (
        f"/teams/{other}",
        f"/teams/{other}/wins/{ana.id}/{shown}",
        f"/teams/{team}",
        "/teams/",
    )
    assert [path for path in paths if "Shown words" in browser.get(path).text] == []


@pytest.mark.parametrize("role", [Role.ADMIN, Role.VIEWER])
@pytest.mark.parametrize("to", ["team", "organisation"])
def test_those_of_the_organisation_are_shown_what_was_shared_with_it_and_no_word_more(
    app: Flask, ana: Someone, cleo: Someone, team: TeamId, shown: str, role: Role, to: str
) -> None:
    play(role, cleo, team, ana)
    Membership.update(person_name="Ana", team_name="Platform").execute()
    OrganisationRole.update(person_name="Ana").where(OrganisationRole.person == ana.id).execute()
    ana.sends(edit({"id": shown}, at=NOON + 3 * HOUR, visibility=f"{to}:{team}", **SHOWN))
    browser, its = (
        Browser(cleo.browser(app)),
        f"/organisations/{Team.get(Team.owner == team).organisation_id}",
    )
    found = answers(browser, team, ana, shown)
    found |= {path: browser.get(path) for path in (its, f"{its}/settings")}
    assert [path for path, one in found.items() if has_any(f"{one.headers} {one.text}")] == []
    reads = [path for path, one in found.items() if "Shown words" in one.text]
    assert reads == ([its] if to == "organisation" else [])
    assert found[its].status_code == 200
