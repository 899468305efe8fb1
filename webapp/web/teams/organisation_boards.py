"""What the teams of an organisation show to it, for its admins and viewers and their members."""

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.capture.today import day_of
from webapp.domain.teams.organisation_boards import organisation_page
from webapp.domain.teams.organisations import name_of_organisation
from webapp.rules.shared.ids import id_of_organisation
from webapp.rules.teams.boards import parse_cursor
from webapp.web.shared.clock import now
from webapp.web.shared.htmx import wants_fragment
from webapp.web.teams.board_rows import in_an_organisation, next_page, reader

pages = Blueprint("organisation_boards", __name__, url_prefix="/organisations/<int:organisation>")


@pages.get("")
def show(organisation: int) -> ResponseReturnValue:
    """Show the wins by day, newest first; a page of the list goes on where one ended."""
    its, by = id_of_organisation(organisation), reader()
    after = parse_cursor(request.args.get("after"))
    found, more = organisation_page(its, by, after)
    rows = [(row.day.isoformat(), in_an_organisation(team, row)) for team, row in found]
    place = next_page(rows) if more else {}
    return render_template(
        "boards/_list.html" if wants_fragment() else "organisations/wins.html",
        person=by.person,
        id=its,
        name=name_of_organisation(its),
        rows=rows,
        after=after,
        under=request.args.get("under"),
        next=more and url_for(".show", organisation=organisation, **place),
        today=day_of(by.person, by.zone, now()).isoformat(),
    )
