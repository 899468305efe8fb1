"""The form of a plan: saved and set in one press, and what it says while it is typed."""

from datetime import timedelta

import pytest

from tests.support.make import Someone
from tests.support.plans import TODAY, a_draft, active_goal, an_objective
from tests.web.conftest import Browser
from tests.web.goals.planning import PLAN, SOON
from webapp.domain.goals.goals import goal_of
from webapp.storage.goals.goals import Goal, GoalObjective
from webapp.storage.objectives.objectives import Objective

WITHOUT = {
    "statement": {**PLAN, "statement": ""},
    "criteria": {**PLAN, "criteria": ""},
    "due": {**PLAN, "due": ""},
    "objectives": {name: value for name, value in PLAN.items() if name != "no_objective"},
}
ONCE = "0b0c0d0e-0000-4000-8000-000000000009"


def test_one_press_saves_and_sets_a_whole_plan(as_ana: Browser) -> None:
    answer = as_ana.post("/goals/", **PLAN, sets="1")
    [goal] = Goal.select()
    assert (answer.status_code, goal.state) == (303, "active")
    assert answer.location == f"/goals/{goal.id}/confidence/new"


@pytest.mark.parametrize(
    ("field", "says"),
    [
        ("statement", "Say in one line"),
        ("criteria", "at least one criterion"),
        ("due", "Choose the day"),
        ("objectives", "Choose an objective, or"),
    ],
)
def test_what_is_missing_is_said_under_its_field_and_nothing_is_stored(
    as_ana: Browser, field: str, says: str
) -> None:  # R20
    answer = as_ana.post("/goals/", **WITHOUT[field], sets="1")
    under = answer.text.partition(f'id="{field}-says"')[2].partition("</span>")[0]
    assert (answer.status_code, says in under) == (422, True)
    assert not Goal.select().exists()
    assert as_ana.post("/goals/", **WITHOUT[field]).status_code == 303  # as a draft


def test_above_the_limit_it_is_stored_and_asks_which_one_waits(
    as_ana: Browser, ana: Someone
) -> None:  # R21
    first, *_ = [active_goal(ana) for _ in range(3)]
    answer = as_ana.post("/goals/", **PLAN, sets="1")
    page = as_ana.get(answer.location).text
    goal_id = answer.location.split("/")[2]
    assert ("Which one waits?" in page, goal_of(ana.me, goal_id).state) == (True, "draft")
    answer = as_ana.post(f"/goals/{goal_id}/activation", parks=first)
    assert answer.location == f"/goals/{goal_id}/confidence/new"
    assert as_ana.get(f"/goals/{goal_id}/activation/new").location == f"/goals/{goal_id}"


@pytest.mark.parametrize("then", [{"sets": "1"}, {}])
def test_a_plan_that_is_sent_twice_is_stored_once(as_ana: Browser, then: dict[str, str]) -> None:
    """After a lost answer the other button may be the one that is pressed."""
    first = as_ana.post("/goals/", **PLAN, once=ONCE, sets="1")
    second = as_ana.post("/goals/", **PLAN, once=ONCE, **then)
    assert (Goal.select().count(), second.location) == (1, first.location)


def test_a_draft_is_set_as_it_is_changed(as_ana: Browser, ana: Someone) -> None:
    goal_id = a_draft(ana, statement="")
    page = as_ana.get(f"/goals/{goal_id}/edit").text
    assert "Save and set" in page
    as_ana.post(f"/goals/{goal_id}?_method=PATCH", **PLAN, sets="1")
    assert goal_of(ana.me, goal_id).state == "active"
    assert "Save and set" not in as_ana.get(f"/goals/{goal_id}/edit").text


def test_each_criterion_is_a_row(as_ana: Browser, ana: Someone) -> None:
    goal_id = active_goal(ana)
    page = as_ana.get(f"/goals/{goal_id}/edit").text
    assert page.count('name="criteria"') == 12
    assert ('value="Summary on top"' in page, 'value="Two visuals"' in page) == (True, True)


def test_a_day_at_one_tap_is_the_due_day(as_ana: Browser, ana: Someone) -> None:
    page = as_ana.get("/goals/new").text
    assert page.count(" checked") == 1  # the end of the working week
    as_ana.post("/goals/", **{**PLAN, "due": "", "due_choice": SOON})
    assert Goal.get().due == SOON
    as_ana.post(f"/goals/{Goal.get().id}?_method=PATCH", **PLAN | {"due_choice": "another"})
    assert Goal.get().due == SOON


def test_another_day_stays_another_day(as_ana: Browser, ana: Someone) -> None:
    far = TODAY + timedelta(days=30)
    page = as_ana.get(f"/goals/{a_draft(ana, due=far)}/edit").text
    assert 'value="another" checked' in page
    assert f'value="{far}"' in page


def test_a_new_objective_comes_with_the_goal(as_ana: Browser, ana: Someone) -> None:
    plan = {**WITHOUT["objectives"], "new_objective": "Fewer defects"}
    as_ana.post("/goals/", **plan, sets="1")
    [objective] = Objective.select()
    assert (objective.name, Goal.get().no_objective) == ("Fewer defects", False)
    as_ana.post("/goals/", **{**plan, "new_objective": "fewer  DEFECTS"}, sets="1")
    assert Objective.select().count() == 1
    assert [link.objective for link in GoalObjective.select()] == [objective.id] * 2


def test_the_name_of_a_new_objective_is_as_long_as_any(as_ana: Browser) -> None:
    plan = {**WITHOUT["objectives"], "new_objective": "x" * 121}
    answer = as_ana.post("/goals/", **plan)
    assert (answer.status_code, Goal.select().exists()) == (422, False)
    assert "120" in answer.text.partition('id="objectives-says"')[2].partition("</span>")[0]


def test_a_new_objective_is_one_of_at_most_ten(as_ana: Browser, ana: Someone) -> None:
    ten = [an_objective(ana, f"o{number}") for number in range(10)]
    plan = {**WITHOUT["objectives"], "objectives": ten, "new_objective": "One more"}
    answer = as_ana.post("/goals/", **plan)
    assert (answer.status_code, "Choose at most ten." in answer.text) == (422, True)


def test_the_objectives_used_last_come_first(as_ana: Browser, ana: Someone) -> None:
    named = [an_objective(ana, f"objective {number}") for number in range(5)]
    a_draft(ana, objectives=(named[4],))
    page = as_ana.get("/goals/new").text
    last, others = page.index("Used last"), page.index("All others")
    assert last < page.index("objective 4") < others < page.index("objective 0")
    assert all(f"objective {number}" in page for number in range(5))


def test_while_it_is_typed_the_rules_of_setting_say_what_is_missing(as_ana: Browser) -> None:
    says = as_ana.get("/goals/checks/?statement=Work+on+it").json
    states = {field: one["state"] for field, one in says.items()}
    assert states == {
        "statement": "better",
        "criteria": "missing",
        "due": "missing",
        "objectives": "missing",
    }
    assert "For example: “Send 1 page" in says["statement"]["text"]


def test_a_plan_that_lacks_nothing_is_clear(as_ana: Browser) -> None:
    query = f"?statement=Send+1+page&criteria=Sent&due_choice={SOON}&new_objective=Calm"
    says = as_ana.get(f"/goals/checks/{query}").json
    assert [(field, one["state"]) for field, one in says.items()] == [("statement", "clear")]


def test_what_cannot_be_read_is_a_problem_of_its_field(as_ana: Browser) -> None:
    says = as_ana.get("/goals/checks/?target=many&due_choice=2027-02-29").json
    assert {field: one["state"] for field, one in says.items()} == {
        "target": "problem",
        "due": "problem",
    }
