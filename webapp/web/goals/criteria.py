"""Ticking one criterion of a micro-goal."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.goals.goals import goal_of
from webapp.rules.goals.plans import parse_number
from webapp.web.shared.forms import record_entry
from webapp.web.shared.htmx import wants_fragment
from webapp.web.shared.login import current_person, login_required

pages = Blueprint("criteria", __name__, url_prefix="/goals/<goal_id>/criteria")


@pages.patch("/<int:criterion>")
@login_required
def update(goal_id: str, criterion: int) -> ResponseReturnValue:
    """Tick it, remove the tick, or store how far its number is."""
    goal_of(current_person(), goal_id)
    form = request.form
    fields = {
        "target": goal_id,
        "criterion": criterion,
        "done": form.get("done", "") == "1",
        "value": parse_number("value", form.get("value", "")),
        "period": form.get("period", ""),
    }
    record_entry("tick_criterion", fields)
    return "" if wants_fragment() else redirect(url_for("goals.show", goal_id=goal_id), 303)
