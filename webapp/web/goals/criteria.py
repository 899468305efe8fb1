"""Ticking one criterion of a micro-goal."""

from typing import Any

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.goals.goals import goal_of
from webapp.domain.goals.plans import planned_criteria
from webapp.rules.shared.numbers import read_number, signs_of
from webapp.rules.shared.problems import Invalid
from webapp.web.goals.goal import draw_goal
from webapp.web.shared.forms.entries import record_entry
from webapp.web.shared.htmx import wants_fragment
from webapp.web.shared.i18n.number_formats import page_format
from webapp.web.shared.permissions.acting import acting

pages = Blueprint("criteria", __name__, url_prefix="/goals/<goal_id>/criteria")


@pages.patch("/<int:criterion>")
def update(goal_id: str, criterion: int) -> ResponseReturnValue:
    """Tick it, remove the tick, or store how far its number is."""
    goal_of(acting(), goal_id)
    try:
        record_entry("tick_criterion", _fields(goal_id, criterion))
    except Invalid as invalid:
        if wants_fragment():
            raise
        typed = {criterion: request.form.get("value", "")}
        return draw_goal(goal_id, invalid.problems, typed), 422
    return "" if wants_fragment() else redirect(url_for("goals.show", goal_id=goal_id), 303)


def _fields(goal_id: str, criterion: int) -> dict[str, Any]:
    form = request.form
    planned = planned_criteria(acting(), goal_id).get(criterion)
    signs = signs_of(planned.unit if planned else "")
    value = read_number("value", form.get("value", ""), page_format(), signs=signs)
    return {
        "target": goal_id,
        "criterion": criterion,
        "done": form.get("done", "") == "1",
        "value": value,
        "period": form.get("period", ""),
    }
