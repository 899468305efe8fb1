"""Making a team."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.teams.teams import create_team
from webapp.rules.shared.problems import Invalid
from webapp.web.shared.errors import by_field
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.login import current_person
from webapp.web.shared.visits import visit

pages = Blueprint("teams", __name__, url_prefix="/teams")


@pages.get("/new")
def new() -> ResponseReturnValue:
    """Show the form for a new team."""
    return _form({})


@pages.post("/")
@stored_once
def create() -> ResponseReturnValue:
    """Store a team, whose maker leads it."""
    try:
        team = create_team(current_person(), request.form.get("name"), visit())
    except Invalid as invalid:
        return _form(by_field(invalid)), 422
    return redirect(url_for("team_settings.show", team=team), 303)


def _form(problems: dict[str, str]) -> str:
    return render_template(
        "teams/new.html", person=current_person(), given=request.form, problems=problems
    )
