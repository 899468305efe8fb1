"""Lessons of earlier wins for a plan, over HTTP (R28)."""

import pytest

from tests.support.make import Someone, win
from tests.support.plans import a_draft, an_objective
from tests.web.conftest import Browser
from webapp.storage.goals.lessons import LessonUse
from webapp.web.shared.clock import now


@pytest.fixture
def noted(ana: Someone) -> str:
    """Log a win of Ana's with a lesson and return its id."""
    tap = win(area="Support", worked="Asking support first", improve="Ask sooner", at=now())
    ana.sends(tap, now=now())
    return str(tap["id"])


def test_they_stand_beside_a_new_plan_in_the_same_area(as_ana: Browser, noted: str) -> None:  # R28
    page = as_ana.get("/goals/new?area=Support").text
    assert ("Asking support first" in page, "Ask sooner" in page) == (True, True)
    assert "Asking support first" not in as_ana.get("/goals/new?area=Sales").text


def test_they_stand_beside_a_new_plan_for_the_same_objective(as_ana: Browser, ana: Someone) -> None:
    objective = an_objective(ana)  # R28
    ana.sends(win(objectives=[objective], worked="Two visuals", at=now()), now=now())
    assert "Two visuals" in as_ana.get(f"/goals/new?objective={objective}").text


def test_they_come_as_an_area_is_chosen(as_ana: Browser, noted: str) -> None:
    assert "Asking support first" in as_ana.get("/lessons/?area=Support").text
    assert "Asking support first" not in as_ana.get("/lessons/?area=&objectives=x").text


def test_lesson_used_can_be_ticked_and_unticked(
    as_ana: Browser, ana: Someone, noted: str
) -> None:  # R28
    goal_id = a_draft(ana, area="Support")
    at = f"/goals/{goal_id}/lessons/{noted}"
    for path, ticked in ((at, "true"), (f"{at}?_method=DELETE", "false")):
        assert as_ana.post(path).status_code == 303
        tick = f'role="checkbox" aria-checked="{ticked}" form="lesson-{noted}"'
        assert tick in as_ana.get(f"/goals/{goal_id}").text


def test_somebody_elses_are_never_shown_or_ticked(
    as_cleo: Browser, ana: Someone, cleo: Someone, noted: str
) -> None:
    assert "Asking support first" not in as_cleo.get("/goals/new?area=Support").text
    for goal_id in (a_draft(cleo), a_draft(ana)):
        assert as_cleo.post(f"/goals/{goal_id}/lessons/{noted}").status_code == 404
    assert not LessonUse.select().exists()


def test_signed_out_people_see_nothing(signed_out: Browser) -> None:
    assert signed_out.get("/lessons/?area=Support").status_code == 303
