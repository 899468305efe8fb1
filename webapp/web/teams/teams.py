"""Making a team."""

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.teams.teams import create_team
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.login import current_person
from webapp.web.shared.visits import visit
from webapp.web.teams.naming import draw_naming, lead_to_named

pages = Blueprint("teams", __name__, url_prefix="/teams")
FORM = "teams/new.html"


@pages.get("/new")
def new() -> ResponseReturnValue:
    """Show the form for a new team."""
    return draw_naming(FORM)


@pages.post("/")
@stored_once
def create() -> ResponseReturnValue:
    """Store a team, whose maker leads it."""
    return lead_to_named(_make, FORM)


def _make() -> str:
    team = create_team(current_person(), request.form.get("name"), visit())
    return url_for("team_settings.show", team=team)
