""" "Later": hiding the check-in question for the rest of the day."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.outbox import outbox
from webapp.web.shared.clock import now
from webapp.web.shared.forms import entry_of_form
from webapp.web.shared.htmx import wants_fragment
from webapp.web.shared.login import current_person, login_required

pages = Blueprint("deferrals", __name__, url_prefix="/deferrals")


@pages.post("/")
@login_required
def create() -> ResponseReturnValue:
    """Ask again on the next day."""
    outbox.record(current_person(), entry_of_form(current_person(), "defer_check_in", {}), now())
    return "" if wants_fragment() else redirect(url_for("today.index"), 303)
