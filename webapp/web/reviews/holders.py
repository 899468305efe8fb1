"""Who takes an obstacle."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from webapp.domain.reviews.obstacles import give_back_obstacle, take_obstacle
from webapp.web.reviews.pages import lead_back
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.permissions.acting import acting

pages = Blueprint(
    "line_holders", __name__, url_prefix="/reviews/<review_id>/lines/<line_id>/holder"
)


@pages.post("")
@stored_once
def create(review_id: str, line_id: str) -> ResponseReturnValue:
    """Take it."""
    take_obstacle(acting(), line_id, review_id)
    return lead_back(review_id, f"line-{line_id}")


@pages.delete("")
def destroy(review_id: str, line_id: str) -> ResponseReturnValue:
    """Give it back."""
    give_back_obstacle(acting(), line_id, review_id)
    return lead_back(review_id, f"line-{line_id}")
