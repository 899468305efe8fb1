"""The question whether to show earlier wins to a team, asked once: after joining it (R31)."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.teams.earlier import answer_for_earlier, count_earlier
from webapp.domain.teams.teams import team_of
from webapp.rules.shared.ids import id_of_team
from webapp.web.shared.clock import now
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.login import current_person

pages = Blueprint("earlier_wins", __name__, url_prefix="/teams/<int:team>/earlier-wins")


@pages.get("/new")
def new(team: int) -> ResponseReturnValue:
    """Ask whether to show them; without any, lead to the board."""
    its = id_of_team(team)
    number = count_earlier(current_person(), its)
    if not number:
        return redirect(url_for("boards.show", team=team), 303)
    return render_template(
        "earlier_wins/new.html", person=current_person(), team=team_of(its), number=number
    )


@pages.post("/")
@stored_once
def create(team: int) -> ResponseReturnValue:
    """Show them to the team, or keep them private for good."""
    show = request.form.get("show") == "yes"
    answer_for_earlier(current_person(), id_of_team(team), now(), show=show)
    return redirect(url_for("boards.show", team=team), 303)
