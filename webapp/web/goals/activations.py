"""Activating a micro-goal."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.capture.today import day_of
from webapp.domain.goals import states
from webapp.domain.goals.goals import goal_of
from webapp.domain.goals.lists import goals_page
from webapp.rules.shared.problems import Invalid
from webapp.web.goals.goal import draw_goal
from webapp.web.shared.clock import now, zone_of
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.login import current_person, login_required

pages = Blueprint("activations", __name__, url_prefix="/goals/<goal_id>/activation")


@pages.post("")
@login_required
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
    return redirect(url_for("goals.show", goal_id=goal_id), 303)


def _swap(goal_id: str, *, stale: bool) -> str:
    # stale: the goal that was chosen to be parked is not active any more; another tab was faster.
    person, zone, instant = current_person(), zone_of(current_person()), now()
    goals = goals_page(person, day_of(person, zone, instant), instant, zone)
    return render_template(
        "goals/swap.html", person=person, goal=goal_of(person, goal_id), goals=goals, stale=stale
    )
