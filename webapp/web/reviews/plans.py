"""When one's reviews are held."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.reviews.reviews import review_schedule_of, set_review_schedule
from webapp.rules.reviews.reviews import EVERY, MINUTES, parse_review_schedule
from webapp.rules.shared.problems import Invalid
from webapp.web.shared.errors import by_field
from webapp.web.shared.login import current_person

pages = Blueprint("review_plans", __name__, url_prefix="/review-plans")


@pages.get("/current/edit")
def edit() -> ResponseReturnValue:
    """Show the plan in a form."""
    return _draw({})


@pages.patch("/current")
def update() -> ResponseReturnValue:
    """Change the plan."""
    try:
        set_review_schedule(current_person(), parse_review_schedule(request.form))
    except Invalid as invalid:
        return _draw(by_field(invalid)), 422
    return redirect(url_for("reviews.index"), 303)


def _draw(problems: dict[str, str]) -> str:
    return render_template(
        "review_plans/edit.html",
        person=current_person(),
        plan=review_schedule_of(current_person()),
        every=EVERY,
        minutes=MINUTES,
        given=request.form,
        problems=problems,
    )
