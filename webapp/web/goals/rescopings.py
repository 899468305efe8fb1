"""Re-scoping a micro-goal: the original plan stays, and a new goal replaces it."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.goals import states
from webapp.web.shared.clock import now
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.permissions.acting import acting

pages = Blueprint("rescopings", __name__, url_prefix="/goals/<goal_id>/rescoping")


@pages.post("")
@stored_once
def create(goal_id: str) -> ResponseReturnValue:
    """Close it as re-scoped and open the form of the new one."""
    new_id = states.rescope(acting(), goal_id, request.form.get("note", ""), now())
    return redirect(url_for("goals.edit", goal_id=new_id), 303)
