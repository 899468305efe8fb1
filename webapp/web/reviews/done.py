"""Saying "I'm done" with a step of a review."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from webapp.domain.reviews.reviews import say_done
from webapp.rules.reviews.reviews import ReviewStep
from webapp.rules.shared.problems import NotFound
from webapp.web.reviews.pages import STEPS, lead_back
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.permissions.acting import acting

pages = Blueprint("review_done", __name__, url_prefix="/reviews/<review_id>/done")


@pages.post("")
@stored_once
def create(review_id: str) -> ResponseReturnValue:
    """Say it."""
    return _store(review_id, done=True)


@pages.delete("")
def destroy(review_id: str) -> ResponseReturnValue:
    """Take it back."""
    return _store(review_id, done=False)


def _store(review_id: str, *, done: bool) -> ResponseReturnValue:
    step = request.form.get("step", "")
    if step not in STEPS:
        raise NotFound
    say_done(acting(), review_id, ReviewStep(step), done=done)
    return lead_back(review_id)
