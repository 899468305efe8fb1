"""Planning goals with forms."""

from datetime import timedelta

from tests.support.plans import TODAY
from tests.web.conftest import Browser

SOON = (TODAY + timedelta(days=3)).isoformat()
PLAN = {
    "statement": "Send 1 page on the migration",
    "criteria": "Summary on top\nTwo visuals",
    "due": SOON,
    "impact": "Faster decisions",
    "no_objective": "on",
}


def planned(browser: Browser, **changes: str) -> str:
    """Create a draft with a form and return its id."""
    answer = browser.post("/goals/", **{**PLAN, **changes})
    assert answer.status_code == 303
    return str(answer.location.rsplit("/", 1)[1])


def set_goal(browser: Browser, **changes: str) -> str:
    """Create an active goal with forms and return its id."""
    goal_id = planned(browser, **changes)
    assert browser.post(f"/goals/{goal_id}/activation").status_code == 303
    return goal_id
