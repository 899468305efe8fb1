"""The calendar of reviews: making its address, revoking it, and what a calendar reads there."""

from flask import Blueprint, Response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from webapp.catalogues import SOURCE
from webapp.domain.reviews.calendars import (
    Calendar,
    calendar_with,
    make_calendar,
    revoke_calendar,
)
from webapp.rules.reviews.calendars import CalendarFeed, as_calendar
from webapp.rules.shared.problems import NotFound
from webapp.web.shared.clock import now, zone_of
from webapp.web.shared.forms.once import sent_id
from webapp.web.shared.i18n.language import answer_in
from webapp.web.shared.login import current_person, keys
from webapp.web.shared.permissions.acting import acting, day_here
from webapp.web.shared.visits import public_address

pages = Blueprint("review_calendars", __name__)
OWN = "/review-calendars"


@pages.get("/calendars/<link>.ics")
def feed(link: str) -> ResponseReturnValue:
    """Return when reviews are, for a calendar: a stranger, who knows the address."""
    found = calendar_with(link, keys(), now())
    if found is None:
        raise NotFound
    answer_in(found.language or SOURCE)
    return Response(as_calendar(_feed(found)), mimetype="text/calendar; charset=utf-8")


@pages.post(f"{OWN}/")
def create() -> ResponseReturnValue:
    """Make an address, in place of an earlier one, and show it."""
    zone = zone_of(current_person())
    token = make_calendar(acting(), zone, day_here(), keys(), sent_id(), now())
    return redirect(url_for("review_calendars.show", link=token), 303)


@pages.get(f"{OWN}/<link>")
def show(link: str) -> ResponseReturnValue:
    """Show the address of a calendar, which is shown nowhere else."""
    if calendar_with(link, keys(), now()) is None:
        raise NotFound
    path = url_for("review_calendars.feed", link=link)
    return render_template(
        "review_calendars/show.html", person=current_person(), address=public_address(path)
    )


@pages.delete(f"{OWN}/current")
def destroy() -> ResponseReturnValue:
    """Let the address show nothing any more."""
    revoke_calendar(acting())
    return redirect(url_for("review_plans.edit"), 303)


def _feed(found: Calendar) -> CalendarFeed:
    title = gettext("Wins review")
    below = f"/teams/{found.number}" if found.number else ""
    address = public_address(f"{below}/reviews/")
    return CalendarFeed(
        found.plan,
        found.uid,
        found.sequence,
        found.changed,
        found.first,
        found.zone,
        f"{title}: {found.team}" if found.team else title,
        address if "://" in address else "",
    )
