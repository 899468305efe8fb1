"""Completing a micro-goal, or one occurrence of a recurring one."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.capture.today import day_of
from webapp.domain.goals.completions import completion_entry, fields_of_win
from webapp.domain.goals.goals import goal_of
from webapp.rules.shared.problems import Conflict
from webapp.web.shared.clock import now, zone_of
from webapp.web.shared.forms.entries import int_or_text, record_entry
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.htmx import wants_fragment
from webapp.web.shared.login import current_person

pages = Blueprint("completions", __name__, url_prefix="/goals/<goal_id>/completion")


@pages.post("")
def create(goal_id: str) -> ResponseReturnValue:
    """Complete the goal: all its criteria are met; logging the win is one more tap."""
    goal = goal_of(current_person(), goal_id)
    fields = {
        "target": goal_id,
        "since": int_or_text(request.form.get("since"), goal.state_at),
        "period": request.form.get("period", ""),
    }
    record_entry("meet_goal", fields)
    if wants_fragment():
        return ""
    if "log" in request.form:  # with scripts the phone logs it (page/goals/progress.js)
        record_entry("log_win", fields_of_win(current_person(), goal))
    return redirect(url_for("goals.show", goal_id=goal_id), 303)


@pages.delete("")
@stored_once
def destroy(goal_id: str) -> ResponseReturnValue:
    """Undo the completion."""
    person = current_person()
    goal = goal_of(person, goal_id)
    target = completion_entry(person, goal, day_of(person, zone_of(person), now()))
    if target is None:
        raise Conflict
    record_entry("undo", {"target": target})
    return "" if wants_fragment() else redirect(url_for("goals.show", goal_id=goal_id), 303)
