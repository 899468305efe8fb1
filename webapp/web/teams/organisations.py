"""Organisations: making one, and its page for its admins."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.teams.invitations import invitations_into
from webapp.domain.teams.organisations import (
    create_organisation,
    name_of_organisation,
    people_in,
    rename_organisation,
    teams_of_organisation,
)
from webapp.rules.shared.ids import OrganisationId, id_of_organisation
from webapp.rules.shared.problems import Invalid
from webapp.web.shared.clock import now
from webapp.web.shared.errors import by_field
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.login import current_person
from webapp.web.shared.visits import visit
from webapp.web.teams.days import day_of
from webapp.web.teams.naming import draw_naming, lead_to_named

pages = Blueprint("organisations", __name__, url_prefix="/organisations")
FORM = "organisations/new.html"


@pages.get("/new")
def new() -> ResponseReturnValue:
    """Show the form for a new organisation."""
    return draw_naming(FORM)


@pages.post("/")
@stored_once
def create() -> ResponseReturnValue:
    """Store an organisation, whose maker is its first admin."""
    return lead_to_named(_make, FORM)


@pages.get("/<int:organisation>/settings")
def show(organisation: int) -> ResponseReturnValue:
    """Show its admins and viewers, its teams and its invitations."""
    return _page(id_of_organisation(organisation), {})


@pages.patch("/<int:organisation>/settings")
def update(organisation: int) -> ResponseReturnValue:
    """Rename the organisation."""
    its = id_of_organisation(organisation)
    try:
        rename_organisation(current_person(), its, request.form.get("name"), now())
    except Invalid as invalid:
        return _page(its, by_field(invalid)), 422
    return redirect(url_for("organisations.show", organisation=organisation), 303)


def _make() -> str:
    made = create_organisation(current_person(), request.form.get("name"), visit())
    return url_for("organisations.show", organisation=made)


def _page(its: OrganisationId, problems: dict[str, str]) -> str:
    return render_template(
        "organisations/show.html",
        person=current_person(),
        id=its,
        name=name_of_organisation(its),
        people=people_in(its),
        teams=teams_of_organisation(its),
        invitations=invitations_into(its, now()),
        day_of=day_of,
        given=request.form,
        problems=problems,
    )
