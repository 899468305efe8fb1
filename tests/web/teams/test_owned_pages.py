"""Pages of what a team owns: the pages of one's own things, below the address of the team."""

import re
from typing import Any

import pytest

from tests.support.make import Someone
from tests.support.owners.some_team import SomeTeam
from tests.support.plans import READY, active_goal
from tests.web.asking import asked
from tests.web.conftest import Browser
from tests.web.rights import FORMS
from tests.web.teams.owned import ROUTES_OF_TEAMS
from webapp.storage.capture.wins import Win
from webapp.storage.decisions.decisions import Decision
from webapp.storage.goals.goals import Goal

PAGES = [route for route, (_, member, _) in ROUTES_OF_TEAMS.items() if member == 200]
LED = [route for route, (_, member, _) in ROUTES_OF_TEAMS.items() if member == 303]
LEADS = re.compile(r'\s(?:href|action|formaction|data-checks|hx-[a-z]+)="(/[^"]*)"')
# What a team's page leads to beside the team's pages: what is the person's own, or everybody's.
BESIDE = re.compile(
    r"/static/|/manifest|/settings/|/outbox/|/languages/|/help/|/teams/[0-9]+$|/outside/"
)


@pytest.mark.parametrize("route", PAGES)
def test_everything_on_a_page_leads_to_the_pages_of_the_team(
    route: str, its: dict[str, Any], as_ben: Browser, team: SomeTeam
) -> None:
    page = asked(as_ben, route, its).text
    page = re.sub(r'<nav class="tabs".*?</nav>', "", page, flags=re.DOTALL)
    leads = {one for one in LEADS.findall(page) if not one.startswith(f"/teams/{team.id}/")}
    assert [one for one in leads if not BESIDE.match(one)] == []


@pytest.mark.parametrize("route", PAGES)
def test_no_form_of_a_team_is_taken_over_by_the_phone(
    route: str, its: dict[str, Any], as_ben: Browser
) -> None:
    assert "data-verb" not in asked(as_ben, route, its).text


@pytest.mark.parametrize("route", LED)
def test_a_form_leads_to_a_page_of_the_team(
    route: str, its: dict[str, Any], as_ben: Browser, team: SomeTeam
) -> None:
    path = asked(as_ben, route, its).location.partition("?")[0]
    assert f"{path}/".startswith(f"/teams/{team.id}/")  # the board is /teams/17


def test_a_page_of_a_team_is_kept_nowhere(its: dict[str, Any], as_ben: Browser) -> None:
    answers = [asked(as_ben, route, its) for route in PAGES]
    assert {answer.headers["Cache-Control"] for answer in answers} == {"no-store"}
    assert not any("ETag" in answer.headers for answer in answers)


def test_a_page_says_whose_it_is(team: SomeTeam, as_ben: Browser) -> None:
    assert "<bdi>Harbour</bdi>" in as_ben.get(f"/teams/{team.id}/goals/").text
    assert "Harbour" not in as_ben.get("/goals/").text


def test_what_one_member_plans_another_finds(
    team: SomeTeam, as_ana: Browser, as_ben: Browser
) -> None:
    form = {**FORMS["PATCH /goals/<goal_id>"], "statement": "One page on the move", "sets": "1"}
    answer = as_ana.post(f"/teams/{team.id}/goals/", **form)
    goal = Goal.get(Goal.statement == "One page on the move")
    assert (goal.owner_id, goal.state) == (team.id, "active")
    assert answer.location == f"/teams/{team.id}/goals/{goal.id}"
    assert "One page on the move" in as_ben.get(f"/teams/{team.id}/goals/").text


def test_the_limit_of_active_goals_is_the_teams(team: SomeTeam, ana: Someone) -> None:
    for _ in range(ana.me.goal_limit):
        active_goal(ana)
    assert active_goal(team)


def test_any_member_meets_a_goal_and_the_team_has_a_win(team: SomeTeam, as_ben: Browser) -> None:
    goal = active_goal(team)
    as_ben.post(f"/teams/{team.id}/goals/{goal}/completion")
    wins = [(one.person_id, one.what, one.goal) for one in Win.select()]
    assert wins == [(team.id, READY.statement, goal)]


def test_a_goal_that_is_not_met_after_all_has_no_win(team: SomeTeam, as_ben: Browser) -> None:
    at = f"/teams/{team.id}/goals/{active_goal(team)}/completion"
    as_ben.post(at)
    as_ben.post(f"{at}?_method=DELETE")
    assert Win.select().count() == 0


def test_a_decision_of_a_team_is_decided_by_another_member(
    team: SomeTeam, as_ana: Browser, as_ben: Browser
) -> None:
    as_ana.post(f"/teams/{team.id}/decisions/", what="Which port?", importance="routine")
    one = Decision.get()
    as_ben.post(f"/teams/{team.id}/decisions/{one.id}/outcome", outcome="The near one")
    stored = Decision.get()
    assert (stored.owner_id, stored.state, stored.outcome) == (team.id, "decided", "The near one")


def test_what_a_member_deleted_another_brings_back(
    team: SomeTeam, as_ana: Browser, as_ben: Browser
) -> None:
    goal = active_goal(team)
    gone = as_ana.post(f"/teams/{team.id}/goals/{goal}?_method=DELETE")
    [undo] = re.findall(r'action="(/teams/\d+/deletions/[^"]*)"', as_ben.get(gone.location).text)
    assert as_ben.post(undo).location == f"/teams/{team.id}/goals/{goal}"
    assert Goal.select().count() == 1


def test_a_form_that_is_sent_twice_is_stored_once(team: SomeTeam, as_ben: Browser) -> None:
    page = as_ben.get(f"/teams/{team.id}/objectives/new").text
    [once] = {*re.findall(r'name="once" value="([^"]+)"', page)}
    answers = [
        as_ben.post(f"/teams/{team.id}/objectives/", name="Quality", once=once) for _ in range(2)
    ]
    assert answers[0].location == answers[1].location
    assert as_ben.get(f"/teams/{team.id}/objectives/").text.count("Quality</") >= 1


def test_own_pages_show_nothing_of_the_teams(
    its: dict[str, Any], team: SomeTeam, as_ben: Browser
) -> None:
    own = ("/goals/", "/decisions/", "/objectives/", "/indicators/", "/wins/")
    assert not any(f"/teams/{team.id}/" in as_ben.get(path).text for path in own)
    assert READY.statement not in "".join(as_ben.get(path).text for path in own)
