"""Whether a team may read what is meant for it of the thanks that a member receives."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.recognition.receiving import set_wish
from webapp.rules.shared.ids import id_of_team
from webapp.web.shared.login import current_person

pages = Blueprint("wishes", __name__, url_prefix="/teams/<int:team>/wishes")


@pages.patch("/current")
def update(team: int) -> ResponseReturnValue:
    """Store the person's answer."""
    set_wish(current_person(), id_of_team(team), request.form.get("thanks"))
    return redirect(url_for("recognitions.index"), 303)
