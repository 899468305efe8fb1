"""The first steps on Today: being through with them."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.account.people import welcome_done
from webapp.web.shared.clock import now
from webapp.web.shared.login import me, need_person

pages = Blueprint("welcomes", __name__, url_prefix="/welcomes")


@pages.post("/")
@need_person
def create() -> ResponseReturnValue:
    """Read or skipped: they do not come back."""
    welcome_done(me(), now())
    return redirect(url_for("today.index"), 303)
