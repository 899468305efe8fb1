"""The menu of a row: moving a win between the columns of a board, letting links show it (R30)."""

from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.account.acting import Acting
from webapp.domain.capture.wins import win_of
from webapp.domain.teams.acting import ARCHIVED
from webapp.domain.teams.board_pages import BoardRow, TeamFacts, team_facts, win_on_board
from webapp.domain.teams.outside import set_outside
from webapp.rules.shared.ids import id_of_team
from webapp.rules.shared.problems import Invalid, NotFound
from webapp.rules.teams.boards import OTHER, PARAMETERS
from webapp.web.shared.forms.entries import record_entry
from webapp.web.shared.htmx import wants_fragment
from webapp.web.shared.login import current_person
from webapp.web.shared.permissions.acting import team_here
from webapp.web.teams.board_rows import reader

pages = Blueprint("board_places", __name__, url_prefix="/teams/<int:team>/places")
MOST_OBJECTIVES = 30  # in a menu; more are in the details


@pages.get("/<place_id>")
def edit(team: int, place_id: str) -> ResponseReturnValue:
    """Show where a win of one's own or of the team can be moved."""
    facts = team_facts(id_of_team(team))
    row = _own_row(facts, place_id)
    return render_template(
        "boards/_menu.html" if wants_fragment() else "boards/menu.html",
        person=current_person(),
        team=facts,
        row=row,
        objectives=list(facts.objectives.items())[:MOST_OBJECTIVES],
        asked=_asked(request.args),
    )


@pages.patch("/<place_id>")
def update(team: int, place_id: str) -> ResponseReturnValue:
    """Give a win another kind or objective, or let links show it: whichever the form says."""
    facts, form = team_facts(id_of_team(team)), request.form
    row = _own_row(facts, place_id)
    if "outside" in form and row.person == current_person().id:
        set_outside(current_person(), facts.id, row.id, shown=form["outside"] == "yes")
    else:
        _move(facts, row)
    return redirect(url_for("boards.show", **_asked(form, "board_"), team=team), 303)


def _move(facts: TeamFacts, row: BoardRow) -> None:
    fields: dict[str, Any] = {}
    if "kind" in request.form:
        fields["kind"] = request.form["kind"]
    if "objective" in request.form:
        fields["objectives"] = _filed(facts, row, request.form["objective"])
    if fields:
        own = row.person == current_person().id
        record_entry("edit_win", {"target": row.id, **fields}, own=own)


def _filed(facts: TeamFacts, row: BoardRow, objective: str) -> list[str]:
    """Return the objectives of a win under another one of the team; its owner's own ones stay."""
    stay = [one for one in _named(row) if one not in facts.objectives]
    return stay if objective == OTHER else [objective, *stay]


def _named(row: BoardRow) -> list[str]:
    whose: Acting | None = current_person() if row.person == current_person().id else team_here()
    return win_of(whose, row.id).objectives.split() if whose else []


def _own_row(facts: TeamFacts, win: str) -> BoardRow:
    if facts.archived:
        raise Invalid(ARCHIVED)
    try:
        return win_on_board(facts.id, current_person().id, win, reader())
    except NotFound:
        return win_on_board(facts.id, facts.id, win, reader())


def _asked(given: Any, prefix: str = "") -> dict[str, Any]:
    return {name: given[f"{prefix}{name}"] for name in PARAMETERS if given.get(f"{prefix}{name}")}
