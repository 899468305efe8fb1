"""Completing a micro-goal, or one occurrence of a recurring one."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.goals.completed import completion_entry, fields_of_win
from webapp.domain.goals.goals import goal_of
from webapp.rules.shared.problems import Conflict
from webapp.web.shared.forms.entries import int_or_text, record_entry
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.htmx import wants_fragment
from webapp.web.shared.permissions.acting import acting, at, day_here

pages = Blueprint("completions", __name__, url_prefix="/goals/<goal_id>/completion")


@pages.post("")
def create(goal_id: str) -> ResponseReturnValue:
    """Complete the goal: all its criteria are met; logging the win is one more tap."""
    goal = goal_of(acting(), goal_id)
    fields = {
        "target": goal_id,
        "since": int_or_text(request.form.get("since"), goal.state_at),
        "period": request.form.get("period", ""),
    }
    record_entry("meet_goal", fields)
    if wants_fragment():
        return ""
    # With scripts the phone logs it (page/goals/progress.js); a team's goal has its win already.
    if "log" in request.form and not at():
        record_entry("log_win", fields_of_win(acting(), goal))
    return redirect(url_for("goals.show", goal_id=goal_id), 303)


@pages.delete("")
@stored_once
def destroy(goal_id: str) -> ResponseReturnValue:
    """Undo the completion."""
    goal = goal_of(acting(), goal_id)
    target = completion_entry(acting(), goal, day_here())
    if target is None:
        raise Conflict
    record_entry("undo", {"target": target})
    return "" if wants_fragment() else redirect(url_for("goals.show", goal_id=goal_id), 303)
