"""When reviews are held."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, ngettext

from webapp.domain.reminders.team_reviews import review_reminder, set_review_reminder
from webapp.domain.reviews.calendars import calendar_made
from webapp.domain.reviews.schedules import review_schedule_of, set_review_schedule
from webapp.rules.reminders.settings import BEFORE, parse_before
from webapp.rules.reviews.reviews import EVERY, MINUTES, parse_review_schedule
from webapp.rules.rights.permissions import Role
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
        before = _before() if _leads() else 0
        set_review_schedule(acting(), plan, zone_of(current_person()), day_here(), now())
        if _is_of_team():
            set_review_reminder(acting(), before)
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
        before=review_reminder(acting()) if _is_of_team() else None,
        offered=_offered() if _leads() else {},
        given=request.form,
        problems=problems,
    )


def _is_of_team() -> bool:
    return acting().owner != acting().actor


def _before() -> int:
    given = request.form.get("before")  # a page from before there was this choice has none
    return review_reminder(acting()) if given is None else parse_before(given)


def _leads() -> bool:
    return acting().role is Role.LEAD


def _offered() -> dict[int, str]:
    return {minutes: _said(minutes) for minutes in BEFORE}


def _said(minutes: int) -> str:
    if not minutes:
        return gettext("Not at all")
    if minutes < 60:
        return ngettext("%(num)s minute before", "%(num)s minutes before", minutes)
    hours = minutes // 60
    return ngettext("%(num)s hour before", "%(num)s hours before", hours)
