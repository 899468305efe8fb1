"""Settling an obstacle, and reopening it."""

from flask import Blueprint, redirect, request
from flask.typing import ResponseReturnValue

from webapp.domain.reviews.obstacles import reopen_obstacle, settle_obstacle
from webapp.web.shared.clock import now
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.login import current_person, safe_path

pages = Blueprint("settlements", __name__, url_prefix="/obstacles")


@pages.post("/<obstacle_id>/settlement")
@stored_once
def create(obstacle_id: str) -> ResponseReturnValue:
    """Settle it."""
    form = request.form
    settle_obstacle(
        current_person(), obstacle_id, form.get("outcome", ""), form.get("review", ""), now()
    )
    return redirect(safe_path(form.get("leads_to")), 303)


@pages.delete("/<obstacle_id>/settlement")
def destroy(obstacle_id: str) -> ResponseReturnValue:
    """Reopen it."""
    reopen_obstacle(current_person(), obstacle_id)
    return redirect(safe_path(request.form.get("leads_to")), 303)
