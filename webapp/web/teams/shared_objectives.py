"""The objectives that are shared in an organisation: how far they are, and the wins for them."""

from typing import Any

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.capture.today import day_of
from webapp.domain.teams.organisations import name_of_organisation
from webapp.domain.teams.shared_objectives import shared_objective_page, shared_objectives
from webapp.rules.shared.ids import id_of_organisation, id_of_team
from webapp.rules.teams.boards import parse_cursor
from webapp.web.shared.clock import now
from webapp.web.shared.htmx import wants_fragment
from webapp.web.shared.login import current_person
from webapp.web.teams.board_rows import in_an_organisation, next_page, reader

PREFIX = "/organisations/<int:organisation>/objectives"
pages = Blueprint("shared_objectives", __name__, url_prefix=PREFIX)


@pages.get("/")
def index(organisation: int) -> ResponseReturnValue:
    """Show how far each shared objective is: its goals met, and its indicators' newest values."""
    its, person = id_of_organisation(organisation), current_person()
    return render_template(
        "shared_objectives/index.html",
        person=person,
        id=its,
        name=name_of_organisation(its),
        objectives=shared_objectives(its, person),
    )


@pages.get("/<int:sharer>/<shared_objective_id>")
def show(organisation: int, sharer: int, shared_objective_id: str) -> ResponseReturnValue:
    """Show one of them, with a page of the wins of people and teams for it."""
    its, team, by = id_of_organisation(organisation), id_of_team(sharer), reader()
    after = parse_cursor(request.args.get("after"))
    page = shared_objective_page(its, team, shared_objective_id, by, after)
    rows = [(row.day.isoformat(), in_an_organisation(names, row)) for names, row in page.rows]
    which: dict[str, Any] = {"organisation": organisation, "sharer": sharer}
    more = page.more and url_for(
        ".show", shared_objective_id=shared_objective_id, **which, **next_page(rows)
    )
    return render_template(
        "boards/_list.html" if wants_fragment() else "shared_objectives/show.html",
        person=by.person,
        id=its,
        page=page,
        rows=rows,
        after=after,
        under=request.args.get("under"),
        next=more,
        today=day_of(by.person, by.zone, now()).isoformat(),
    )
