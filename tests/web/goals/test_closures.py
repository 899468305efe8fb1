"""Closing, re-scoping and parking goals over HTTP."""

from tests.support.make import Someone
from tests.web.conftest import Browser
from tests.web.goals.planning import PLAN, set_goal
from webapp.domain.goals.goals import goal_of


def test_not_met_is_said_with_a_reason_and_can_be_taken_back(as_ana: Browser, ana: Someone) -> None:
    goal_id = set_goal(as_ana)
    as_ana.post(f"/goals/{goal_id}/closure", state="not_met", note="The data came late")
    assert "The data came late" in as_ana.get(f"/goals/{goal_id}").text
    as_ana.post(f"/goals/{goal_id}/closure?_method=DELETE")
    assert goal_of(ana.me, goal_id).state == "active"


def test_a_reason_that_is_none_is_refused(as_ana: Browser) -> None:
    assert as_ana.post(f"/goals/{set_goal(as_ana)}/closure", state="met").status_code == 422


def test_re_scoping_keeps_the_old_words(as_ana: Browser) -> None:  # R22
    goal_id = set_goal(as_ana)
    form = as_ana.post(f"/goals/{goal_id}/rescoping", note="Too much").location
    new_id = form.split("/")[-2]
    as_ana.post(f"/goals/{new_id}?_method=PATCH", **{**PLAN, "statement": "Send half a page"})
    assert PLAN["statement"] in as_ana.get(f"/goals/{goal_id}").text
    assert f"/goals/{goal_id}" in as_ana.get(f"/goals/{new_id}").text


def test_parked_goals_wait_in_a_list_of_their_own(as_ana: Browser) -> None:
    goal_id = set_goal(as_ana)
    as_ana.post(f"/goals/{goal_id}/parking")
    page = as_ana.get("/goals/").text
    assert "0 of 3 active" in page
    assert "Parked" in page
