"""Activating a micro-goal."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.capture.today import day_of
from webapp.domain.goals import states
from webapp.domain.goals.goals import goal_of
from webapp.domain.goals.lists import count_active, goals_page
from webapp.rules.goals.goals import GoalState
from webapp.rules.shared.problems import Invalid
from webapp.web.goals.goal import draw_goal
from webapp.web.shared.clock import now, zone_of
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.login import current_person

pages = Blueprint("activations", __name__, url_prefix="/goals/<goal_id>/activation")

WAITING = (GoalState.DRAFT, GoalState.PARKED)


@pages.get("/new")
def new(goal_id: str) -> ResponseReturnValue:
    """Ask which active goal is to be parked for this one, or show the goal if it can be set."""
    goal, active = goal_of(current_person(), goal_id), count_active(current_person())
    if goal.state not in WAITING or active < current_person().goal_limit:
        return redirect(url_for("goals.show", goal_id=goal_id), 303)
    return _swap(goal_id, stale=False)


@pages.post("")
@stored_once
def create(goal_id: str) -> ResponseReturnValue:
    """Activate it; above the limit the active goal in `parks` is parked for it."""
    person = current_person()
    parks = request.form.get("parks", "")
    try:
        states.activate(
            person,
            goal_id,
            day_of(person, zone_of(person), now()),
            now(),
            parks,
        )
    except Invalid as invalid:
        return draw_goal(goal_id, invalid.problems), 422
    except states.Full:
        return _swap(goal_id, stale=bool(parks)), 409
    return redirect(after_setting(goal_id, is_set=True), 303)


def after_setting(goal_id: str, *, is_set: bool) -> str:
    """Return where setting a goal leads: to how sure one is, or to which other one waits for it."""
    asks = "confidences.new" if is_set else "activations.new"
    return url_for(asks, goal_id=goal_id)


def _swap(goal_id: str, *, stale: bool) -> str:
    # stale: the goal that was chosen to be parked is not active any more; another tab was faster.
    person, zone, instant = current_person(), zone_of(current_person()), now()
    goals = goals_page(person, day_of(person, zone, instant), instant, zone)
    return render_template(
        "goals/swap.html", person=person, goal=goal_of(person, goal_id), goals=goals, stale=stale
    )
