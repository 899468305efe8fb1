"""How often kinds of wins and objectives are meant to see something."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.cadences import choose_cadence, rhythms_of
from webapp.rules.cadences import parse_cadence
from webapp.web.freshness import fresh_page
from webapp.web.login import me, need_person
from webapp.web.wins import kind_name

pages = Blueprint("cadences", __name__, url_prefix="/cadences")


@pages.get("/")
@need_person
def index() -> ResponseReturnValue:
    """The three kinds and what each does for confidence, then the objectives."""
    return fresh_page(me(), _draw)


@pages.patch("/<subject>")
@need_person
def update(subject: str) -> ResponseReturnValue:
    """Choose another cadence for one of them."""
    form = request.form
    cadence = parse_cadence(form.get("every"), form.getlist("weekdays"))
    choose_cadence(me(), subject, cadence)
    return redirect(url_for("cadences.index"), 303)


def _draw() -> str:
    return render_template(
        "cadences/index.html", person=me(), rhythms=rhythms_of(me()), kind_name=kind_name
    )
