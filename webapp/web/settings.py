"""A person's settings."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.people import set_day_start
from webapp.rules.people import parse_day_start
from webapp.web.clock import zone_of
from webapp.web.freshness import fresh_page
from webapp.web.login import me, need_person

pages = Blueprint("settings", __name__, url_prefix="/settings")


@pages.get("/")
@need_person
def index() -> ResponseReturnValue:
    """When a day starts, who is signed in, signing out."""
    return fresh_page(me(), _draw)


@pages.patch("/")
@need_person
def update() -> ResponseReturnValue:
    """Change when a day starts."""
    set_day_start(me(), parse_day_start(request.form.get("day_start")))
    return redirect(url_for("settings.index"), 303)


def _draw() -> str:
    return render_template("settings/index.html", person=me(), zone=zone_of(me()))
