"""Meeting goals over HTTP, and taking it back."""

import re
from datetime import timedelta

from tests.support.make import Someone
from tests.support.plans import TODAY, an_objective
from tests.web.conftest import Browser
from tests.web.goals.planning import PLAN, set_goal
from webapp.domain.goals.completed import completion_entry
from webapp.domain.goals.goals import goal_of
from webapp.storage.capture.wins import Win

ONCE = "0b0c0d0e-0000-4000-8000-000000000009"


def test_a_plan_becomes_a_draft_then_active_then_met(as_ana: Browser, ana: Someone) -> None:
    goal_id = set_goal(as_ana)
    assert "1 of 3 active" in as_ana.get("/goals/").text
    as_ana.post(f"/goals/{goal_id}/completion")
    assert goal_of(ana.me, goal_id).state == "met"


def test_met_makes_a_pre_filled_win_in_one_more_tap(as_ana: Browser, ana: Someone) -> None:  # R22
    objective = an_objective(ana)
    goal_id = set_goal(as_ana, objectives=objective)
    as_ana.post(f"/goals/{goal_id}/completion")
    page = as_ana.get(f"/goals/{goal_id}").text
    form = page[page.index('class="goal__log"') :]
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form[: form.index("</form>")]))
    assert as_ana.post("/wins/", **fields).status_code == 303
    win = Win.get()
    assert (win.what, win.kind, win.goal) == (PLAN["statement"], "milestone", goal_id)
    assert (win.impact, win.objectives) == ("Faster decisions", objective)
    assert "Wins that came of it" in as_ana.get(f"/goals/{goal_id}").text


def test_met_and_its_win_are_one_press_when_all_is_ticked(
    as_ana: Browser, ana: Someone
) -> None:  # R22
    objective = an_objective(ana)
    goal_id = set_goal(as_ana, objectives=objective)
    for _ in range(2):  # the same page sent twice
        answer = as_ana.post(f"/goals/{goal_id}/completion", log="1", once=ONCE)
    assert (answer.status_code, goal_of(ana.me, goal_id).state) == (303, "met")
    [win] = Win.select()
    assert (win.what, win.kind, win.goal) == (PLAN["statement"], "milestone", goal_id)
    assert (win.impact, win.objectives) == ("Faster decisions", objective)


def test_met_can_be_taken_back(as_ana: Browser, ana: Someone) -> None:  # R22 Undo
    goal_id = set_goal(as_ana)
    as_ana.post(f"/goals/{goal_id}/completion")
    assert as_ana.post(f"/goals/{goal_id}/completion?_method=DELETE").status_code == 303
    assert goal_of(ana.me, goal_id).state == "active"
    assert as_ana.post(f"/goals/{goal_id}/completion?_method=DELETE").status_code == 409


def test_a_goal_met_today_can_be_taken_back_from_the_page_of_goals(as_ana: Browser) -> None:
    goal_id = set_goal(as_ana)
    before = as_ana.get("/goals/").text.count("data-implied")
    as_ana.post(f"/goals/{goal_id}/completion")
    page = as_ana.get("/goals/").text
    [met_by] = re.findall(rf'id="goal-{goal_id}"[^>]* data-met="([^"]+)"', page)
    assert f'data-verb="undo" data-target="{met_by}"' in re.sub(r"\s+", " ", page)
    assert f'data-met="{met_by}"' in as_ana.get("/").text
    assert (before, page.count("data-implied")) == (0, page.count('role="checkbox"'))


def test_not_yet_met_tapped_twice_is_answered_the_same(as_ana: Browser) -> None:
    goal_id = set_goal(as_ana)
    as_ana.post(f"/goals/{goal_id}/completion")
    once = "0b0c0d0e-0000-4000-8000-000000000001"
    address = f"/goals/{goal_id}/completion?_method=DELETE"
    answers = [as_ana.post(address, once=once) for _ in range(2)]
    assert [answer.location for answer in answers] == [f"/goals/{goal_id}"] * 2


def test_a_recurring_plan_shows_its_open_period_and_goes_on(as_ana: Browser, ana: Someone) -> None:
    later = (TODAY + timedelta(days=30)).isoformat()
    goal_id = set_goal(as_ana, cadence="weekly", due=later)
    as_ana.post(f"/goals/{goal_id}/completion")
    assert "Met for" in as_ana.get("/goals/").text  # R23
    goal = goal_of(ana.me, goal_id)
    assert (goal.state, bool(completion_entry(ana.me, goal, TODAY))) == ("active", True)


def test_with_its_last_time_a_plan_is_met_and_its_win_a_tap_away(
    as_ana: Browser, ana: Someone
) -> None:  # R22, R23
    goal_id = set_goal(as_ana, cadence="daily", due=TODAY.isoformat())
    as_ana.post(f"/goals/{goal_id}/completion")
    assert goal_of(ana.me, goal_id).state == "met"
    assert "Log the win" in as_ana.get(f"/goals/{goal_id}").text
    as_ana.post(f"/goals/{goal_id}/completion?_method=DELETE")
    assert goal_of(ana.me, goal_id).state == "active"
