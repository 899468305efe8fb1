"""Obstacles: naming one, deleting one."""

from flask import Blueprint, redirect, request
from flask.typing import ResponseReturnValue

from webapp.domain.reviews.obstacles import delete_obstacle, name_obstacle
from webapp.rules.reviews.reviews import ReviewStep
from webapp.rules.shared.problems import Invalid
from webapp.web.reviews.reviews import draw_step
from webapp.web.shared.clock import now
from webapp.web.shared.deleted import lead_to
from webapp.web.shared.errors import by_field
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.login import current_person, safe_path

pages = Blueprint("obstacles", __name__, url_prefix="/obstacles")


@pages.post("/")
@stored_once
def create() -> ResponseReturnValue:
    """Name one in a review."""
    review_id = request.form.get("review", "")
    try:
        name_obstacle(current_person(), review_id, request.form.get("what", ""), now())
    except Invalid as invalid:
        return draw_step(review_id, ReviewStep.OBSTACLES, by_field(invalid)), 422
    return redirect(safe_path(request.form.get("leads_to")), 303)


@pages.delete("/<obstacle_id>")
def destroy(obstacle_id: str) -> ResponseReturnValue:
    """Delete one."""
    deletion = delete_obstacle(current_person(), obstacle_id, now())
    return lead_to(safe_path(request.form.get("leads_to")), deletion)
