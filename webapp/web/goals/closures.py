"""Closing a micro-goal that was not met, or is given up."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.goals import states
from webapp.rules.shared.problems import Invalid
from webapp.web.goals.goal import draw_goal
from webapp.web.shared.clock import now
from webapp.web.shared.deleted import lead_to
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.permissions.acting import acting

pages = Blueprint("closures", __name__, url_prefix="/goals/<goal_id>/closure")


@pages.post("")
@stored_once
def create(goal_id: str) -> ResponseReturnValue:
    """Close it, with a note on why if there is one."""
    form = request.form
    try:
        states.close(acting(), goal_id, form.get("state", ""), form.get("note", ""), now())
    except Invalid as invalid:
        return draw_goal(goal_id, invalid.problems), 422
    return redirect(url_for("goals.show", goal_id=goal_id), 303)


@pages.delete("")
def destroy(goal_id: str) -> ResponseReturnValue:
    """Restore the state that it had before."""
    deletion = states.take_back(acting(), goal_id, now())
    return lead_to(url_for("goals.show", goal_id=goal_id), deletion)
