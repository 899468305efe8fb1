"""Micro-goals over HTTP: with htmx and without."""

import re
import uuid

import pytest

from tests.support.make import NOON, Someone, win
from tests.support.plans import READY, a_draft, active_goal, an_objective
from tests.support.queries import counted_queries
from tests.web.conftest import Browser
from tests.web.goals.planning import PLAN, planned, set_goal
from webapp.domain.goals.goals import goal_of
from webapp.storage.goals.goals import Goal


def test_a_goal_with_lessons_beside_it_can_be_changed(as_ana: Browser, ana: Someone) -> None:  # R28
    ana.sends(win(what="Sent the update", area="Support", worked="Asking first"))
    page = as_ana.get(f"/goals/{planned(as_ana, area='Support')}/edit")
    assert page.status_code == 200
    assert "“Asking first”" in page.text
    assert "Lesson used" not in page.text  # it is ticked on the page of the goal


def test_a_draft_is_never_blocked(as_ana: Browser) -> None:  # R19
    assert as_ana.post("/goals/").status_code == 303


def test_a_vague_wording_gets_a_gentle_hint_with_a_better_example(as_ana: Browser) -> None:  # R19
    page = as_ana.get(f"/goals/{planned(as_ana, statement='Work on the launch')}").text
    assert "“work on” does not show when it is done" in page
    assert "Send 1 page with 2 charts" in page


def test_the_hint_is_in_the_language_of_the_page(as_ana: Browser) -> None:  # R19
    goal_id = planned(as_ana, statement="العمل على 3 تقارير")
    assert 'class="hint"' not in as_ana.get(f"/goals/{goal_id}").text
    as_ana.post("/languages/", language="ar", next="/")
    assert '<p class="hint">عبارة «⁨العمل على⁩»' in as_ana.get(f"/goals/{goal_id}").text


def test_a_goal_that_loses_its_objective_stays_and_is_listed(as_ana: Browser, ana: Someone) -> None:
    objective = an_objective(ana)
    goal_id = set_goal(as_ana, objectives=objective)
    as_ana.post(f"/objectives/{objective}?_method=DELETE")
    assert "Serves:" not in as_ana.get(f"/goals/{goal_id}").text
    assert f'href="/goals/{goal_id}/edit"' in as_ana.get("/objectives/").text  # R24: an orphan
    assert "1 micro-goal serves no objective yet." in as_ana.get("/insights/").text  # R20
    answer = as_ana.post(f"/goals/{goal_id}?_method=PATCH", **{**PLAN, "impact": "More"})
    assert (answer.status_code, goal_of(ana.me, goal_id).impact) == (303, "More")


def test_an_objective_deleted_in_another_tab_is_reported_and_the_rest_stays_typed(
    as_ana: Browser, ana: Someone
) -> None:
    objective = an_objective(ana)
    as_ana.post(f"/objectives/{objective}?_method=DELETE")
    answer = as_ana.post("/goals/", **{**PLAN, "objectives": objective})
    assert (answer.status_code, "Choose objectives that are there." in answer.text) == (422, True)
    assert f">{PLAN['statement']}</textarea>" in answer.text
    assert not Goal.select().exists()


def test_a_bad_plan_loses_nothing_that_was_typed(as_ana: Browser) -> None:
    answer = as_ana.post("/goals/", **{**PLAN, "due": "2027-02-29", "target": "many"})
    assert answer.status_code == 422
    assert ">Send 1 page on the migration</textarea>" in answer.text
    assert "Give a number" in answer.text
    assert "calendar" in answer.text


def test_criteria_are_ticked_one_by_one_too(as_ana: Browser) -> None:
    goal_id = set_goal(as_ana, target="5", unit="calls")
    as_ana.post(f"/goals/{goal_id}/criteria/1?_method=PATCH", done="1")
    as_ana.post(f"/goals/{goal_id}/criteria/3?_method=PATCH", value="2,5")
    page = as_ana.get("/goals/").text
    assert (page.count('aria-checked="true"'), 'value="2.5"' in page) == (1, True)
    bad = as_ana.post(f"/goals/{goal_id}/criteria/3?_method=PATCH", value="many")
    assert bad.status_code == 422


def test_a_wins_next_step_becomes_a_goal_in_one_tap(as_ana: Browser, ana: Someone) -> None:  # R27
    logged = win(next_step="Ask 3 customers", area="Support")
    ana.sends(logged)
    page = as_ana.get(f"/goals/new?win={logged['id']}").text
    assert ">Ask 3 customers</textarea>" in page
    assert 'value="Support"' in page
    other = as_ana.get(f"/goals/new?win={logged['id']}&statement=Ask+5").text  # not saved yet
    assert ">Ask 5</textarea>" in other
    planned(as_ana, statement="Ask 3 customers", after=str(logged["id"]))
    assert "Now possible" in as_ana.get("/goals/").text


def test_where_a_new_goal_came_from_is_of_the_form_when_there_is_one(as_ana: Browser) -> None:
    path, refused = "/goals/?after=of-the-address", "x" * 2_001
    page = as_ana.post(path, statement=refused, after="of-the-form").text
    assert ('value="of-the-form"' in page, "of-the-address" in page) == (True, False)
    assert "of-the-address" not in as_ana.post(path, statement=refused).text


def test_a_goal_can_be_deleted(as_ana: Browser, ana: Someone) -> None:
    goal_id = a_draft(ana)
    assert as_ana.post(f"/goals/{goal_id}?_method=DELETE").status_code == 303
    assert as_ana.get(f"/goals/{goal_id}").status_code == 404


def test_anothers_goal_and_none_look_the_same(as_cleo: Browser, ana: Someone) -> None:
    theirs, none = (as_cleo.get(f"/goals/{one}") for one in (active_goal(ana), uuid.uuid4()))
    assert (theirs.status_code, theirs.data) == (404, none.data)


def test_anothers_win_gives_no_goal(as_cleo: Browser, ana: Someone) -> None:
    logged = win(next_step="a secret")
    ana.sends(logged)
    assert as_cleo.get(f"/goals/new?win={logged['id']}").status_code == 404


@pytest.mark.parametrize("path", ["/goals/", "/goals/new", "/goals/x", "/goals/calibration/"])
def test_signed_out_people_see_nothing(signed_out: Browser, path: str) -> None:
    assert signed_out.get(path).status_code == 303


def test_closed_goals_are_paged_without_gap_or_repeat(as_ana: Browser, ana: Someone) -> None:
    for number in range(45):
        a_draft(ana, statement=f"g{number}")
    Goal.update(state="abandoned", state_at=NOON).execute()
    seen, path = [], "/goals/"
    while path:
        page = as_ana.get(path).text.partition("</main>")[0]
        seen += re.findall(r'id="goal-([0-9a-f-]{36})"', page)
        after = page.partition('href="/goals/?after=')[2].partition('"')[0]
        path = f"/goals/?after={after}" if after else ""
    assert len(seen) == len(set(seen)) == 45


@pytest.mark.parametrize("path", ["/goals/", "/goals/{}"])
def test_its_queries_do_not_grow_with_its_rows(as_ana: Browser, ana: Someone, path: str) -> None:
    objective = an_objective(ana)
    one = active_goal(ana, READY, objectives=(objective,))
    as_ana.get(path.format(one))
    with counted_queries() as few:
        as_ana.get(path.format(one))
    for number in range(12):
        a_draft(ana, statement=f"g{number}", objectives=(objective,))
        ana.sends(win(goal=one, objectives=[objective], worked="yes"))
    with counted_queries() as many:
        as_ana.get(path.format(one))
    assert len(few) == len(many)
    assert len(many) <= 10
