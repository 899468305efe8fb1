"""The micro-goal that a line of a review becomes."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from webapp.domain.reviews.obstacles import make_goal
from webapp.rules.shared.problems import Invalid
from webapp.web.reviews.pages import draw_step, lead_back
from webapp.web.shared.clock import now
from webapp.web.shared.errors import by_field
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.permissions.acting import acting

pages = Blueprint("line_goals", __name__, url_prefix="/reviews/<review_id>/lines/<line_id>/goal")


@pages.post("")
@stored_once
def create(review_id: str, line_id: str) -> ResponseReturnValue:
    """Draft it."""
    try:
        make_goal(acting(), line_id, review_id, now())
    except Invalid as invalid:
        return draw_step(review_id, "next", by_field(invalid)), 422
    return lead_back(review_id, f"line-{line_id}")
