"""Settling an obstacle, and reopening it."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from webapp.domain.reviews.obstacles import reopen_obstacle, settle_obstacle
from webapp.rules.shared.problems import Invalid
from webapp.web.reviews.pages import draw_step, lead_back
from webapp.web.shared.clock import now
from webapp.web.shared.errors import by_field
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.permissions.acting import acting

pages = Blueprint(
    "settlements", __name__, url_prefix="/reviews/<review_id>/lines/<line_id>/settlement"
)


@pages.post("")
@stored_once
def create(review_id: str, line_id: str) -> ResponseReturnValue:
    """Settle it."""
    try:
        settle_obstacle(acting(), line_id, request.form.get("outcome", ""), review_id, now())
    except Invalid as invalid:
        return draw_step(review_id, request.form.get("shown", ""), by_field(invalid)), 422
    return lead_back(review_id, f"line-{line_id}")


@pages.delete("")
def destroy(review_id: str, line_id: str) -> ResponseReturnValue:
    """Reopen it."""
    reopen_obstacle(acting(), line_id, review_id)
    return lead_back(review_id, f"line-{line_id}")
