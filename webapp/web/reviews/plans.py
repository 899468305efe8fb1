"""When one's reviews are held."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.reviews.reviews import plan_of_reviews, set_plan
from webapp.rules.reviews.reviews import EVERY, MINUTES, parse_plan
from webapp.rules.shared.problems import Invalid
from webapp.web.shared.errors import by_field
from webapp.web.shared.login import me, need_person

pages = Blueprint("review_plans", __name__, url_prefix="/review-plans")


@pages.get("/current/edit")
@need_person
def edit() -> ResponseReturnValue:
    """The plan, to be changed."""
    return _draw({})


@pages.patch("/current")
@need_person
def update() -> ResponseReturnValue:
    """Change it."""
    try:
        set_plan(me(), parse_plan(request.form))
    except Invalid as invalid:
        return _draw(by_field(invalid)), 422
    return redirect(url_for("reviews.index"), 303)


def _draw(problems: dict[str, str]) -> str:
    return render_template(
        "review_plans/edit.html",
        person=me(),
        plan=plan_of_reviews(me()),
        every=EVERY,
        minutes=MINUTES,
        given=request.form,
        problems=problems,
    )
