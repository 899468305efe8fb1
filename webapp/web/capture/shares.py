"""Something shared from another app, to become a win."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from webapp.rules.capture.fields import WinKind
from webapp.rules.capture.shares import draft_of
from webapp.web.shared.i18n.win_kinds import kind_name
from webapp.web.shared.login import current_person

pages = Blueprint("shares", __name__, url_prefix="/shares")


@pages.get("/new")
def new() -> ResponseReturnValue:
    """Show what was shared as a draft.

    With scripts Today shows it (static/js/page/capture/arrivals.js).
    """
    given = [request.args.get(name, "") for name in ("title", "text", "url")]
    kinds = {kind.value: kind_name(kind.value) for kind in WinKind}
    return render_template(
        "shares/new.html", person=current_person(), draft=draft_of(*given), kinds=kinds
    )
