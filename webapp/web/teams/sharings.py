"""With whom a team shares an objective of its own (R32)."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.teams.offering import offer_beside
from webapp.domain.teams.shared_objectives import share_objective, sharing_form
from webapp.domain.teams.teams import team_of
from webapp.rules.shared.ids import TeamId, id_of_team
from webapp.rules.shared.problems import Invalid
from webapp.web.shared.errors import by_field
from webapp.web.shared.login import current_person
from webapp.web.shared.permissions.acting import acting

pages = Blueprint("sharings", __name__, url_prefix="/teams/<int:team>/sharings")


@pages.get("/<own_objective_id>/edit")
def edit(team: int, own_objective_id: str) -> ResponseReturnValue:
    """Show with which teams, or with the whole organisation, the objective is shared."""
    return _form(id_of_team(team), own_objective_id, {})


@pages.patch("/<own_objective_id>")
def update(team: int, own_objective_id: str) -> ResponseReturnValue:
    """Share it with those that are ticked, and with nobody else."""
    try:
        share_objective(acting(), own_objective_id, request.form.getlist("recipients"))
    except Invalid as invalid:
        return _form(id_of_team(team), own_objective_id, by_field(invalid)), 422
    offer_beside(id_of_team(team))
    return redirect(url_for("objectives.show", objective_id=own_objective_id, team=team), 303)


def _form(team: TeamId, objective_id: str, problems: dict[str, str]) -> str:
    return render_template(
        "sharings/edit.html",
        person=current_person(),
        team=team_of(team),
        form=sharing_form(acting(), objective_id),
        problems=problems,
    )
