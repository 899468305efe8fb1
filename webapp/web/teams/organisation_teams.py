"""What an admin does with the teams of an organisation: making, archiving, naming a lead."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.teams.founding import (
    archive_team_in,
    create_team_in,
    name_lead,
    possible_leads,
)
from webapp.domain.teams.organisations import name_of_organisation
from webapp.rules.shared.ids import OrganisationId, id_of_organisation, id_of_team
from webapp.rules.shared.problems import Invalid
from webapp.web.shared.clock import now
from webapp.web.shared.errors import by_field
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.login import current_person
from webapp.web.shared.visits import visit
from webapp.web.teams.naming import draw_naming, lead_to_named
from webapp.web.teams.team_settings import draw_settings

PREFIX = "/organisations/<int:organisation>/teams"
pages = Blueprint("organisation_teams", __name__, url_prefix=PREFIX)
FORM = "organisations/new_team.html"


@pages.get("/new")
def new(organisation: int) -> ResponseReturnValue:
    """Show the form for a new team of the organisation."""
    return draw_naming(FORM, **_facts(id_of_organisation(organisation)))


@pages.post("/")
@stored_once
def create(organisation: int) -> ResponseReturnValue:
    """Store a team of the organisation, and who leads it."""
    its = id_of_organisation(organisation)
    return lead_to_named(lambda: _make(its), FORM, **_facts(its))


@pages.patch("/<int:its_team>")
def update(organisation: int, its_team: int) -> ResponseReturnValue:
    """Name a lead where none is left, or archive the team: whichever the form says."""
    its, team, form = id_of_organisation(organisation), id_of_team(its_team), request.form
    try:
        if "lead" in form:
            name_lead(current_person(), its, team, form["lead"], now())
        elif form.get("archived") == "yes":
            archive_team_in(current_person(), its, team, now())
    except Invalid as invalid:
        return draw_settings(team, by_field(invalid)), 422
    return redirect(url_for("team_settings.show", team=its_team), 303)


def _make(its: OrganisationId) -> str:
    form = request.form
    team = create_team_in(current_person(), its, form.get("name"), form.get("lead"), visit())
    return url_for("team_settings.show", team=team)


def _facts(its: OrganisationId) -> dict[str, object]:
    leads = possible_leads(its)
    return {"id": its, "name": name_of_organisation(its), "leads": leads}
