"""Parking a micro-goal."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.goals import states
from webapp.web.shared.clock import now
from webapp.web.shared.deleted import lead_to
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.permissions.acting import acting

pages = Blueprint("parkings", __name__, url_prefix="/goals/<goal_id>/parking")


@pages.post("")
@stored_once
def create(goal_id: str) -> ResponseReturnValue:
    """Park it for later."""
    states.park(acting(), goal_id, now())
    return redirect(url_for("goals.show", goal_id=goal_id), 303)


@pages.delete("")
def destroy(goal_id: str) -> ResponseReturnValue:
    """Restore the state that it had before."""
    deletion = states.take_back(acting(), goal_id, now())
    return lead_to(url_for("goals.show", goal_id=goal_id), deletion)
