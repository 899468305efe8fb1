"""Deferrals: "Later" hides the check-in question for the rest of the day."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from webapp.web.shared.forms.entries import record_entry
from webapp.web.shared.htmx import wants_fragment

pages = Blueprint("deferrals", __name__, url_prefix="/deferrals")


@pages.post("/")
def create() -> ResponseReturnValue:
    """Ask again on the next day."""
    record_entry("defer_check_in", {})
    return "" if wants_fragment() else redirect(url_for("today.index"), 303)
