"""Activating a micro-goal over HTTP (R20, R21)."""

from datetime import timedelta

from tests.support.make import Someone
from tests.support.plans import TODAY, a_draft, active_goal
from tests.web.conftest import Browser
from tests.web.goals.planning import planned, set_goal
from webapp.domain.goals.goals import goal_of
from webapp.storage.goals.goals import Goal


def test_what_is_missing_is_said_before_and_all_at_once_after(as_ana: Browser) -> None:  # R20
    goal_id = planned(as_ana, criteria="", due="", no_objective="")
    Goal.update(no_objective=False).execute()
    answer = as_ana.post(f"/goals/{goal_id}/activation")
    assert answer.status_code == 422
    for says in ("at least one criterion", "Choose the day", "Choose an objective"):
        assert says in answer.text
        assert says in as_ana.get(f"/goals/{goal_id}").text


def test_a_due_day_in_the_past_is_reported(as_ana: Browser, ana: Someone) -> None:  # R20
    past = planned(as_ana, due=(TODAY - timedelta(days=2)).isoformat())
    answer = as_ana.post(f"/goals/{past}/activation")
    assert (answer.status_code, "That day has passed" in answer.text) == (422, True)
    assert goal_of(ana.me, past).state == "draft"


def test_above_the_limit_swap_or_park_is_offered(as_ana: Browser, ana: Someone) -> None:  # R21
    first, *_ = [set_goal(as_ana) for _ in range(3)]
    fourth = planned(as_ana)
    answer = as_ana.post(f"/goals/{fourth}/activation")
    assert answer.status_code == 409
    assert "Which one waits?" in answer.text
    assert "Park the new one" in answer.text
    assert as_ana.post(f"/goals/{fourth}/activation", parks=first).status_code == 303
    assert goal_of(ana.me, first).state == "parked"


def test_a_swap_in_a_second_tab_may_choose_again(as_ana: Browser) -> None:  # R21
    first, *_ = [set_goal(as_ana) for _ in range(3)]
    fourth, fifth = planned(as_ana), planned(as_ana)
    as_ana.post(f"/goals/{fourth}/activation", parks=first)
    answer = as_ana.post(f"/goals/{fifth}/activation", parks=first)
    assert (answer.status_code, "Choose again" in answer.text) == (409, True)


def test_the_new_goal_can_be_parked_instead(as_ana: Browser, ana: Someone) -> None:  # R21
    for _ in range(3):
        set_goal(as_ana)
    fourth = planned(as_ana)
    assert as_ana.post(f"/goals/{fourth}/parking").status_code == 303
    assert goal_of(ana.me, fourth).state == "parked"


def test_logging_is_never_limited(as_ana: Browser) -> None:  # R21
    for _ in range(3):
        set_goal(as_ana)
    assert as_ana.post("/wins/", what="One more", kind="quick").status_code == 303


def test_due_more_than_two_weeks_away_gets_a_hint(as_ana: Browser) -> None:  # R21
    later = (TODAY + timedelta(days=20)).isoformat()
    page = as_ana.get(f"/goals/{planned(as_ana, due=later)}").text
    assert "more than two weeks away" in page


def test_somebody_elses_goal_cannot_be_set_or_parked(
    as_cleo: Browser, ana: Someone, cleo: Someone
) -> None:
    draft, active = a_draft(ana), active_goal(ana)
    assert as_cleo.post(f"/goals/{draft}/activation").status_code == 404
    for _ in range(3):
        active_goal(cleo)
    answer = as_cleo.post(f"/goals/{a_draft(cleo)}/activation", parks=active)
    assert (answer.status_code, goal_of(ana.me, active).state) == (409, "active")


def test_signed_out_people_set_nothing(signed_out: Browser, ana: Someone) -> None:
    assert signed_out.post(f"/goals/{a_draft(ana)}/activation").status_code == 303
    assert Goal.get().state == "draft"
