"""Putting a micro-goal aside."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.goals.states import park, take_back
from webapp.web.shared.clock import now
from webapp.web.shared.login import me, need_person

pages = Blueprint("parkings", __name__, url_prefix="/goals/<goal_id>/parking")


@pages.post("")
@need_person
def create(goal_id: str) -> ResponseReturnValue:
    """Put it aside for later."""
    park(me(), goal_id, now())
    return redirect(url_for("goals.show", goal_id=goal_id), 303)


@pages.delete("")
@need_person
def destroy(goal_id: str) -> ResponseReturnValue:
    """Let it stand as it stood before."""
    take_back(me(), goal_id)
    return redirect(url_for("goals.show", goal_id=goal_id), 303)
