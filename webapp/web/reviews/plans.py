"""When reviews are held."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.reviews.calendars import calendar_made
from webapp.domain.reviews.schedules import review_schedule_of, set_review_schedule
from webapp.rules.reviews.reviews import EVERY, MINUTES, parse_review_schedule
from webapp.rules.shared.problems import Invalid
from webapp.web.shared.clock import now, zone_of
from webapp.web.shared.errors import by_field
from webapp.web.shared.login import current_person
from webapp.web.shared.permissions.acting import acting, day_here

pages = Blueprint("review_plans", __name__, url_prefix="/review-plans")


@pages.get("/current/edit")
def edit() -> ResponseReturnValue:
    """Show the plan in a form."""
    return _draw({})


@pages.patch("/current")
def update() -> ResponseReturnValue:
    """Change the plan."""
    try:
        plan = parse_review_schedule(request.form)
        set_review_schedule(acting(), plan, zone_of(current_person()), day_here(), now())
    except Invalid as invalid:
        return _draw(by_field(invalid)), 422
    return redirect(url_for("reviews.index"), 303)


def _draw(problems: dict[str, str]) -> str:
    return render_template(
        "review_plans/edit.html",
        person=current_person(),
        plan=review_schedule_of(acting()),
        calendar=calendar_made(acting()),
        every=EVERY,
        minutes=MINUTES,
        given=request.form,
        problems=problems,
    )
