"""Values of an indicator, one at a time."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.objectives.indicators import delete_value, indicator_of, store_value
from webapp.rules.objectives.indicators import parse_value
from webapp.rules.shared.problems import Invalid
from webapp.web.objectives.indicators import draw_indicator
from webapp.web.shared.clock import now
from webapp.web.shared.deleted import lead_to
from webapp.web.shared.errors import by_field
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.i18n.number_formats import page_format
from webapp.web.shared.login import current_person

pages = Blueprint("values", __name__, url_prefix="/indicators/<indicator_id>/values")


@pages.post("/")
@stored_once
def create(indicator_id: str) -> ResponseReturnValue:
    """Store the value of a day, replacing one that it had."""
    unit = indicator_of(current_person(), indicator_id).unit
    try:
        value = parse_value(request.form, page_format(), unit)
        replaced = store_value(current_person(), indicator_id, value, now())
    except Invalid as invalid:
        return draw_indicator(indicator_id, request.form, by_field(invalid)), 422
    shown = url_for("indicators.show", indicator_id=indicator_id, kept=value.day)
    return lead_to(shown, replaced) if replaced else redirect(shown, 303)


@pages.delete("/<day>")
def destroy(indicator_id: str, day: str) -> ResponseReturnValue:
    """Delete the value of a day."""
    deletion = delete_value(current_person(), indicator_id, day, now())
    return lead_to(url_for("indicators.show", indicator_id=indicator_id), deletion)
