"""A win on the board of a team, as everybody in the team sees it."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.recognition.reading import said_of_win
from webapp.domain.teams.board_pages import team_facts, win_on_board
from webapp.rules.capture.fields import WinKind
from webapp.rules.shared.ids import OwnerId, id_of_person, id_of_team
from webapp.rules.shared.links import host_of
from webapp.rules.shared.text import tidy
from webapp.web.shared.forms.entries import record_entry
from webapp.web.shared.i18n.win_kinds import kind_name
from webapp.web.shared.login import current_person
from webapp.web.teams.board_rows import name_of_owner, path_to_thank, reader

pages = Blueprint("shared_wins", __name__, url_prefix="/teams/<int:team>/wins")


@pages.post("/")
def create(team: int) -> ResponseReturnValue:
    """Log a win of the team's own; without words it gets the name of its kind."""
    kind = request.form.get("kind", WinKind.QUICK.value)
    what = tidy(request.form.get("what", "")) or kind_name(kind)
    record_entry("log_win", {"what": what, "kind": kind, "team": team})
    return redirect(url_for("boards.show", team=team), 303)


@pages.get("/<int:owner>/<shared_id>")
def show(team: int, owner: int, shared_id: str) -> ResponseReturnValue:
    """Show a win of a mate or of the team, without anything that is its owner's alone."""
    facts = team_facts(id_of_team(team))
    row = win_on_board(facts.id, OwnerId(owner), shared_id, reader())
    return render_template(
        "boards/win.html",
        person=current_person(),
        team=facts,
        row=row,
        name=name_of_owner(facts, row.person),
        kind=kind_name(row.kind),
        host=host_of(row.evidence) if row.evidence else "",
        thank="" if row.person == current_person().id else path_to_thank(facts, row),
        thanks=said_of_win(facts.id, id_of_person(owner), shared_id),
    )
