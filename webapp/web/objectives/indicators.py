"""Indicators: the list, one with its chart and values, and changing it."""

from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.objectives.indicators import (
    add_indicator,
    change_indicator,
    count_wins_naming,
    delete_indicator,
    indicator_of,
    readings_of,
)
from webapp.domain.objectives.objectives import objectives_of
from webapp.rules.charts.sparklines import sparkline
from webapp.rules.objectives.indicators import parse_measure
from webapp.rules.shared.problems import Invalid
from webapp.web.objectives.indicator_page import draw_indicator, values_shown
from webapp.web.shared.clock import now
from webapp.web.shared.deleted import lead_to
from webapp.web.shared.errors import by_field
from webapp.web.shared.etags import page_or_304
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.htmx import wants_fragment
from webapp.web.shared.i18n.language import direction
from webapp.web.shared.i18n.number_formats import page_format
from webapp.web.shared.login import current_person
from webapp.web.shared.permissions.acting import acting, day_here

pages = Blueprint("indicators", __name__, url_prefix="/indicators")


@pages.get("/")
def index() -> ResponseReturnValue:
    """Show one's indicators by name, each with its newest value."""
    return page_or_304(acting(), _draw)


@pages.get("/new")
def new() -> ResponseReturnValue:
    """Show an empty form; `objective` in the address is chosen already."""
    return _form(None, {"objective": request.args.get("objective", "")}, {})


@pages.post("/")
@stored_once
def create() -> ResponseReturnValue:
    """Store a new indicator."""
    try:
        added = add_indicator(acting(), parse_measure(request.form, page_format()))
    except Invalid as invalid:
        return _form(None, request.form, by_field(invalid)), 422
    return redirect(url_for("indicators.show", indicator_id=added), 303)


@pages.get("/<indicator_id>")
def show(indicator_id: str) -> ResponseReturnValue:
    """Show its chart, its values a page at a time, and where to add more."""
    if wants_fragment():
        return render_template("indicators/_values.html", **values_shown(indicator_id))
    return draw_indicator(indicator_id, {}, {})


@pages.get("/<indicator_id>/edit")
def edit(indicator_id: str) -> ResponseReturnValue:
    """Show the form, and what would be lost by deleting it."""
    return _form(indicator_id, indicator_of(acting(), indicator_id), {})


@pages.patch("/<indicator_id>")
def update(indicator_id: str) -> ResponseReturnValue:
    """Change what it says."""
    indicator_of(acting(), indicator_id)
    try:
        change_indicator(acting(), indicator_id, parse_measure(request.form, page_format()))
    except Invalid as invalid:
        return _form(indicator_id, request.form, by_field(invalid)), 422
    return redirect(url_for("indicators.show", indicator_id=indicator_id), 303)


@pages.delete("/<indicator_id>")
def destroy(indicator_id: str) -> ResponseReturnValue:
    """Delete it with all its values."""
    deletion = delete_indicator(acting(), indicator_id, now())
    return lead_to(url_for("indicators.index"), deletion)


def _draw() -> str:
    readings = readings_of(acting(), day_here())
    mirrored = direction() == "rtl"
    lines = {
        one.id: sparkline([(v.day.toordinal(), v.value) for v in one.recent], mirrored=mirrored)
        for one in readings
    }
    return render_template(
        "indicators/index.html", person=current_person(), readings=readings, lines=lines
    )


def _form(indicator_id: str | None, given: Any, problems: dict[str, str]) -> str:
    whose = acting()
    return render_template(
        "indicators/edit.html" if indicator_id else "indicators/new.html",
        person=current_person(),
        id=indicator_id,
        given=given,
        objectives=objectives_of(whose),
        wins=count_wins_naming(whose, indicator_id) if indicator_id else 0,
        problems=problems,
    )
