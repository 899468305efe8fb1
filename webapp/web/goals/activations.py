"""Activating a micro-goal."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.goals import states
from webapp.domain.goals.goals import goal_of
from webapp.domain.goals.lists import count_active, goals_page
from webapp.rules.goals.goals import GoalState
from webapp.rules.shared.problems import Invalid
from webapp.web.goals.goal import draw_goal
from webapp.web.shared.clock import now, zone_of
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.login import current_person
from webapp.web.shared.permissions.acting import acting, at, day_here

pages = Blueprint("activations", __name__, url_prefix="/goals/<goal_id>/activation")

WAITING = (GoalState.DRAFT, GoalState.PARKED)


@pages.get("/new")
def new(goal_id: str) -> ResponseReturnValue:
    """Ask which active goal is to be parked for this one, or show the goal if it can be set."""
    goal, active = goal_of(acting(), goal_id), count_active(acting())
    if goal.state not in WAITING or active < acting().goal_limit:
        return redirect(url_for("goals.show", goal_id=goal_id), 303)
    return _swap(goal_id, stale=False)


@pages.post("")
@stored_once
def create(goal_id: str) -> ResponseReturnValue:
    """Activate it; above the limit the active goal in `parks` is parked for it."""
    parks = request.form.get("parks", "")
    try:
        states.activate(acting(), goal_id, day_here(), now(), parks)
    except Invalid as invalid:
        return draw_goal(goal_id, invalid.problems), 422
    except states.Full:
        return _swap(goal_id, stale=bool(parks)), 409
    return redirect(after_setting(goal_id, is_set=True), 303)


def after_setting(goal_id: str, *, is_set: bool) -> str:
    """Return where setting a goal leads: to how sure one is, or to which other one waits for it.

    Nobody is asked how sure they are of a team's goal (R36): it leads to the goal.
    """
    if not is_set:
        return url_for("activations.new", goal_id=goal_id)
    return url_for("goals.show" if at() else "confidences.new", goal_id=goal_id)


def _swap(goal_id: str, *, stale: bool) -> str:
    # stale: the goal that was chosen to be parked is not active any more; another tab was faster.
    whose, person = acting(), current_person()
    goals = goals_page(whose, day_here(), now(), zone_of(person))
    goal = goal_of(whose, goal_id)
    return render_template(
        "goals/swap.html", person=person, acting=whose, goal=goal, goals=goals, stale=stale
    )
