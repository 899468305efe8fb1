"""What is new in a review, for phones that follow it: they ask every other second."""

from flask import Blueprint, Response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.reviews.reviews import state_of_review
from webapp.rules.shared.problems import NotFound
from webapp.web.reviews.pages import draw_step
from webapp.web.shared.clock import now
from webapp.web.shared.permissions.acting import owner_here

pages = Blueprint("review_changes", __name__, url_prefix="/reviews/<review_id>/changes")


@pages.get("")
def index(review_id: str) -> ResponseReturnValue:
    """Return the page of the review as it is now, or 304 if its phone has this revision.

    The phone names the revision (If-None-Match) that its page says. Whether the person may read
    the review was asked before.
    """
    state = state_of_review(owner_here(), review_id, now())
    if state is None:
        raise NotFound
    if state.has_ended:
        return redirect(url_for("reviews.show", review_id=review_id), 303)
    if request.if_none_match.contains(str(state.rev)):
        return Response(status=304)
    return draw_step(review_id, request.args.get("step", ""), {})
