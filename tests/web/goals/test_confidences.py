"""How confident one is of meeting a goal, and how well one judges, over HTTP (R12)."""

import uuid

import pytest

from tests.support.make import NOON, Someone
from tests.support.plans import active_goal, meets
from tests.support.queries import counted_queries
from tests.web.conftest import Browser
from tests.web.goals.planning import PLAN
from webapp.domain.goals.goals import goal_of
from webapp.rules.shared.moments import DAY
from webapp.storage.goals.goals import Goal
from webapp.web.shared.clock import now

# Ten goals as (stated, met); worked out by hand in tests/domain/goals/test_confidences.py.
TEN = [
    (9, True), (9, True), (8, True), (9, False), (7, True),
    (3, False), (5, True), (5, False), (2, False), (10, True),
]  # fmt: skip


def closed(person: Someone, *stated: tuple[int, bool]) -> None:
    """Store closed goals, each with the confidence that its owner stated."""
    for sure, met in stated:
        Goal.create(
            owner=person.me.owner,
            id=str(uuid.uuid4()),
            state="met" if met else "not_met",
            state_at=NOON,
            created=NOON,
            confidence=sure,
        )


def test_a_goal_that_is_set_leads_to_the_question_and_one_tap_answers(
    as_ana: Browser, ana: Someone
) -> None:  # R12
    answer = as_ana.post("/goals/", **PLAN, sets="1")
    goal_id = answer.location.split("/")[2]
    page = as_ana.get(answer.location).text
    assert "How sure are you to meet this by" in page
    assert page.count('name="sure"') == 11
    assert as_ana.post(f"/goals/{goal_id}/confidence", sure="8").status_code == 303
    assert goal_of(ana.me, goal_id).confidence == 8


def test_what_was_skipped_can_be_said_from_the_page_of_the_goal(
    as_ana: Browser, ana: Someone
) -> None:  # R12
    goal_id = active_goal(ana)
    assert "not said yet" in as_ana.get(f"/goals/{goal_id}").text
    as_ana.post(f"/goals/{goal_id}/confidence", sure="8")
    page = as_ana.get(f"/goals/{goal_id}").text
    assert ("8 of 10" in page, f'href="/goals/{goal_id}/confidence/new"' in page) == (True, True)


def test_a_day_later_what_was_said_is_shown_and_not_asked_again(
    as_ana: Browser, ana: Someone
) -> None:  # R12
    goal_id = active_goal(ana)
    as_ana.post(f"/goals/{goal_id}/confidence", sure="8")
    Goal.update(confidence_at=NOON - 2 * DAY).execute()
    page = as_ana.get(f"/goals/{goal_id}").text
    assert ("8 of 10" in page, "confidence/new" in page) == (True, False)
    asked = as_ana.get(f"/goals/{goal_id}/confidence/new")
    assert (asked.status_code, asked.location) == (303, f"/goals/{goal_id}")


@pytest.mark.parametrize("sure", ["", "11", "-1", "x", "7.5"])
def test_what_is_no_number_from_0_to_10_is_refused(
    as_ana: Browser, ana: Someone, sure: str
) -> None:
    goal_id = active_goal(ana)
    answer = as_ana.post(f"/goals/{goal_id}/confidence", sure=sure)
    assert (answer.status_code, "whole number from 0 to 10" in answer.text) == (422, True)
    assert goal_of(ana.me, goal_id).confidence is None


def test_once_it_is_closed_there_is_nothing_to_say(as_ana: Browser, ana: Someone) -> None:
    goal_id = active_goal(ana)
    ana.sends(meets(goal_id, at=now()), now=now())
    assert as_ana.post(f"/goals/{goal_id}/confidence", sure="8").status_code == 409


def test_with_nine_goals_the_page_says_that_one_is_missing(as_ana: Browser, ana: Someone) -> None:
    closed(ana, *TEN[:9])  # R12
    page = as_ana.get("/goals/calibration/").text
    assert ("one more closed goal" in page, "<table" in page) == (True, False)


def test_with_ten_there_are_the_score_and_the_table(as_ana: Browser, ana: Someone) -> None:
    closed(ana, *TEN)  # R12
    page = as_ana.get("/goals/calibration/").text
    assert ">0.16<" in page
    for row in ("9–10</th><td>3 of 4", "7–8</th><td>2 of 2", "0–2</th><td>0 of 1"):
        assert row in page


@pytest.mark.parametrize(
    ("met", "says"),
    [
        (3, "You said 7 to 8 and met 3 of 12: fewer than you expected."),
        (9, "What you said and what was met agree, as far as can be told."),
    ],
)
def test_what_is_said_under_the_table_is_true_of_it(
    as_ana: Browser, ana: Someone, met: int, says: str
) -> None:  # R12
    closed(ana, *[(8, number < met) for number in range(12)])
    assert says in as_ana.get("/goals/calibration/").text


def test_somebody_elses_goal_is_not_there(as_cleo: Browser, ana: Someone) -> None:
    goal_id = active_goal(ana)
    closed(ana, *TEN)
    assert as_cleo.post(f"/goals/{goal_id}/confidence", sure="0").status_code == 404
    assert ">0.16<" not in as_cleo.get("/goals/calibration/").text


def test_its_queries_do_not_grow_with_its_rows(as_ana: Browser, ana: Someone) -> None:
    closed(ana, *TEN)
    with counted_queries() as few:
        as_ana.get("/goals/calibration/")
    closed(ana, *TEN)
    with counted_queries() as many:
        as_ana.get("/goals/calibration/")
    assert len(few) == len(many) <= 10
