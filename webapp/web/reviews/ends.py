"""The end of a review: ending it, and going on with it after all."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.reviews.reviews import finish, resume
from webapp.web.shared.clock import now
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.permissions.acting import acting, day_here

pages = Blueprint("review_ends", __name__, url_prefix="/reviews/<review_id>/end")


@pages.post("")
@stored_once
def create(review_id: str) -> ResponseReturnValue:
    """End it, for all."""
    finish(acting(), review_id, day_here(), now())
    return redirect(url_for("reviews.show", review_id=review_id), 303)


@pages.delete("")
def destroy(review_id: str) -> ResponseReturnValue:
    """Go on with it: it was ended by accident."""
    resume(acting(), review_id, now())
    return redirect(url_for("reviews.edit", review_id=review_id), 303)
