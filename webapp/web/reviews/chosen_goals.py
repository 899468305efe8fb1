"""Which micro-goals a review carries on."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from webapp.domain.reviews.reviews import PAGE, choose_goals
from webapp.web.reviews.pages import lead_back
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.permissions.acting import acting

pages = Blueprint("review_goals", __name__, url_prefix="/reviews/<review_id>/goals")


@pages.patch("")
@stored_once
def update(review_id: str) -> ResponseReturnValue:
    """Choose them, without touching what others chose meanwhile."""
    goals, before = (request.form.getlist(name)[:PAGE] for name in ("goal", "before"))
    choose_goals(acting(), review_id, goals, before)
    return lead_back(review_id, "goals")
