"""Values of an indicator, one at a time."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.objectives.indicators import delete_value, indicator_of, store_value
from webapp.rules.objectives.indicators import parse_value
from webapp.rules.shared.problems import Invalid
from webapp.web.objectives.indicator_page import draw_indicator
from webapp.web.shared.clock import now
from webapp.web.shared.deleted import lead_to
from webapp.web.shared.errors import by_field
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.htmx import wants_fragment
from webapp.web.shared.i18n.number_formats import page_format
from webapp.web.shared.permissions.acting import acting, day_here

pages = Blueprint("values", __name__, url_prefix="/indicators/<indicator_id>/values")


@pages.post("/")
@stored_once
def create(indicator_id: str) -> ResponseReturnValue:
    """Store the value of a day, of today where the form has none, replacing one that it had.

    On Today the answer stands in the place of the row.
    """
    one = indicator_of(acting(), indicator_id)
    today = day_here()
    try:
        value = parse_value({"day": today, **request.form}, page_format(), one.unit)
        replaced = store_value(acting(), indicator_id, value, now())
    except Invalid as invalid:
        if wants_fragment():
            return _row(one, request.form, by_field(invalid)), 422
        return draw_indicator(indicator_id, request.form, by_field(invalid)), 422
    if wants_fragment():
        return render_template("values/_stored.html", indicator=one, kept=value)
    shown = url_for("indicators.show", indicator_id=indicator_id, kept=value.day)
    return lead_to(shown, replaced) if replaced else redirect(shown, 303)


def _row(one: Any, given: Mapping[str, str], problems: dict[str, str]) -> str:
    measure = {"id": one.id, "name": one.name, "unit": one.unit, "is_rate": "exposure" in given}
    return render_template("values/_due.html", measure=measure, given=given, problems=problems)


@pages.delete("/<day>")
def destroy(indicator_id: str, day: str) -> ResponseReturnValue:
    """Delete the value of a day."""
    deletion = delete_value(acting(), indicator_id, day, now())
    return lead_to(url_for("indicators.show", indicator_id=indicator_id), deletion)
