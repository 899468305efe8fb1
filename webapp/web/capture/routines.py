"""Routines that the person has seen."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.capture.routines import mark_seen
from webapp.web.shared.clock import now
from webapp.web.shared.htmx import wants_fragment
from webapp.web.shared.login import current_person

pages = Blueprint("routines", __name__, url_prefix="/routines")


@pages.post("/")
def create() -> ResponseReturnValue:
    """Do not show this routine again."""
    mark_seen(current_person(), request.form.get("id"), now())
    return "" if wants_fragment() else redirect(url_for("today.index"), 303)
