"""What a person was told about their teams."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.teams.notices import mark_read
from webapp.web.shared.login import current_person

pages = Blueprint("notices", __name__, url_prefix="/notices")


@pages.delete("/<notice_id>")
def destroy(notice_id: str) -> ResponseReturnValue:
    """Show it no more."""
    mark_read(current_person(), notice_id)
    return redirect(url_for("settings.index", _anchor="teams"), 303)
