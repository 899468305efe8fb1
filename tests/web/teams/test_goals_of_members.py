"""A goal of a team that a member takes on: on their Today, and met there without a connection."""

from itertools import pairwise
from typing import Any

import pytest

from tests.support.make import Someone
from tests.support.owners.some_team import SomeTeam, leave
from tests.support.plans import READY, active_goal, meets
from tests.support.queries import counted_queries
from tests.web.conftest import Browser
from tests.web.rights import FORMS
from webapp.domain.goals.goals import delete_goal
from webapp.domain.goals.members import NO_MEMBER, give_to_member, members_with_goals
from webapp.domain.goals.states import rescope
from webapp.domain.outbox.deletions import undo_deletion
from webapp.rules.shared.problems import Invalid
from webapp.storage.goals.goals import Goal
from webapp.web.shared import clock

PLAN = {**FORMS["PATCH /goals/<goal_id>"], "statement": "One page on the move", "sets": "1"}


@pytest.fixture
def goal(team: SomeTeam, ben: Someone) -> str:
    """Return a goal of the team that Ben has taken on."""
    goal_id = active_goal(team)
    give_to_member(team.me, goal_id, str(ben.id))
    return goal_id


def test_the_plan_of_a_team_says_who_takes_it_on(
    team: SomeTeam, ben: Someone, as_ana: Browser, as_ben: Browser
) -> None:
    as_ana.post(f"/teams/{team.id}/goals/", **PLAN, member=str(ben.id))
    assert "One page on the move" in as_ben.get("/").text
    assert "One page on the move" not in as_ana.get("/").text
    for path in (f"/teams/{team.id}/goals/", f"/teams/{team.id}/goals/{Goal.get().id}"):
        assert "Taken on by Ben" in as_ana.get(path).text


def test_the_form_shows_whose_it_is_and_lets_it_be_the_teams_again(
    team: SomeTeam, goal: str, ben: Someone, as_ana: Browser, as_ben: Browser
) -> None:
    at = f"/teams/{team.id}/goals/{goal}"
    assert f'<option value="{ben.id}" selected>' in as_ana.get(f"{at}/edit").text
    as_ana.post(f"{at}?_method=PATCH", **PLAN, member="")
    assert "One page" not in as_ben.get("/").text


def test_one_page_of_ones_own_asks_nobody(as_ana: Browser) -> None:
    assert 'name="member"' not in as_ana.get("/goals/new").text


def test_its_line_on_today_leads_to_the_team(team: SomeTeam, goal: str, as_ben: Browser) -> None:
    today = as_ben.get("/").text
    assert f'action="/teams/{team.id}/goals/{goal}/completion"' in today
    assert "Harbour" in today


def test_today_reads_it_in_the_same_queries(team: SomeTeam, goal: str, as_ben: Browser) -> None:
    as_ben.get("/")
    with counted_queries() as queries:
        assert READY.statement in as_ben.get("/").text
    assert len(queries) <= 6, "\n".join(queries)


def test_today_that_the_phone_has_is_drawn_again_when_a_mate_changes_it(
    team: SomeTeam, ana: Someone, ben: Someone, as_ben: Browser
) -> None:
    goal = active_goal(team)
    tags = [as_ben.get("/").headers["ETag"]]
    for change in (
        lambda: give_to_member(team.me, goal, str(ben.id)),
        lambda: ana.sends(meets(goal)),
    ):
        assert as_ben.get("/", headers={"If-None-Match": tags[-1]}).status_code == 304
        change()
        tags.append(as_ben.get("/", headers={"If-None-Match": tags[-1]}).headers["ETag"])
    assert all(before != after for before, after in pairwise(tags))


def test_the_tap_on_today_meets_it(
    team: SomeTeam, goal: str, ben: Someone, as_ben: Browser
) -> None:
    [verdict] = ben.sends(meets(goal)).verdicts  # the phone names no team: its scripts know none
    assert (verdict.outcome.value, Goal.get().state) == ("stored", "met")
    assert READY.statement not in as_ben.get("/").text


def test_it_counts_in_the_limit_of_the_team_alone(goal: str, ben: Someone) -> None:
    own = [active_goal(ben) for _ in range(ben.me.goal_limit)]  # one more would raise Full
    assert goal not in own


def test_who_has_left_has_it_no_more(
    team: SomeTeam, goal: str, ben: Someone, as_ben: Browser
) -> None:
    leave(team.id, ben)
    assert READY.statement not in as_ben.get("/").text
    assert members_with_goals(team.me, [goal]) == {}


@pytest.mark.parametrize("member", ["999999999", "x", "-1"])
def test_only_a_member_can_take_it_on(
    member: str, team: SomeTeam, goal: str, cleo: Someone
) -> None:
    for one in (member, str(cleo.id)):
        with pytest.raises(Invalid) as refused:
            give_to_member(team.me, goal, one)
        assert refused.value.problems == (NO_MEMBER,)


def test_a_goal_that_is_brought_back_is_still_theirs(
    team: SomeTeam, goal: str, ben: Someone
) -> None:
    deletion: Any = delete_goal(team.me, goal, clock.now())
    undo_deletion(team.me, deletion, clock.now())
    assert members_with_goals(team.me, [goal])[goal].name == "Ben"


def test_a_goal_that_is_rescoped_is_still_theirs(team: SomeTeam, goal: str, ben: Someone) -> None:
    draft = rescope(team.me, goal, "Too much for a week", clock.now())
    assert members_with_goals(team.me, [draft])[draft].name == "Ben"


def test_a_goal_of_nobody_is_nobodys_when_it_is_rescoped(team: SomeTeam) -> None:
    draft = rescope(team.me, active_goal(team), "", clock.now())
    assert members_with_goals(team.me, [draft]) == {}
