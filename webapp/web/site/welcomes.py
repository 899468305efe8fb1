"""The first steps on Today: finishing them."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.account.people import finish_welcome
from webapp.web.shared.clock import now
from webapp.web.shared.login import current_person

pages = Blueprint("welcomes", __name__, url_prefix="/welcomes")


@pages.post("/")
def create() -> ResponseReturnValue:
    """Store that they were read or skipped, so that they are not shown again."""
    finish_welcome(current_person(), now())
    return redirect(url_for("today.index"), 303)
