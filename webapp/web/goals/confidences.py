"""How confident one is of meeting a micro-goal."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.goals.confidences import state_confidence
from webapp.domain.goals.goals import goal_of
from webapp.rules.goals.goals import GoalState, may_state
from webapp.rules.shared.problems import Invalid
from webapp.web.goals.goal import draw_goal
from webapp.web.shared.clock import now
from webapp.web.shared.forms.entries import int_or_text
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.login import current_person

pages = Blueprint("confidences", __name__, url_prefix="/goals/<goal_id>/confidence")


@pages.get("/new")
def new(goal_id: str) -> ResponseReturnValue:
    """Ask for it over the goal, or show the goal if it cannot be stated any more."""
    goal = goal_of(current_person(), goal_id)
    if goal.state != GoalState.ACTIVE or not may_state(
        GoalState(goal.state), goal.confidence_at, now()
    ):
        return redirect(url_for("goals.show", goal_id=goal_id), 303)
    return draw_goal(goal_id, template="goals/sure.html")


@pages.post("")
@stored_once
def create(goal_id: str) -> ResponseReturnValue:
    """Store one tap from 0 to 10."""
    try:
        state_confidence(current_person(), goal_id, int_or_text(request.form.get("sure")), now())
    except Invalid as invalid:
        return draw_goal(goal_id, invalid.problems), 422
    return redirect(url_for("goals.show", goal_id=goal_id), 303)
