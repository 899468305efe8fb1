"""Organisations: making one, and its page for its admins."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.teams.invitations import invitations_into
from webapp.domain.teams.organisations import (
    create_organisation,
    name_of_organisation,
    people_in,
    teams_of_organisation,
)
from webapp.rules.shared.ids import id_of_organisation
from webapp.rules.shared.problems import Invalid
from webapp.rules.teams.teams import OF_ORGANISATIONS
from webapp.web.shared.clock import now
from webapp.web.shared.errors import by_field
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.login import current_person
from webapp.web.shared.visits import visit
from webapp.web.teams.days import day_of

pages = Blueprint("organisations", __name__, url_prefix="/organisations")


@pages.get("/new")
def new() -> ResponseReturnValue:
    """Show the form for a new organisation."""
    return _form({})


@pages.post("/")
@stored_once
def create() -> ResponseReturnValue:
    """Store an organisation, whose maker is its first admin."""
    try:
        made = create_organisation(current_person(), request.form.get("name"), visit())
    except Invalid as invalid:
        return _form(by_field(invalid)), 422
    return redirect(url_for("organisations.show", organisation=made), 303)


@pages.get("/<int:organisation>/settings")
def show(organisation: int) -> ResponseReturnValue:
    """Show its admins and viewers, its teams and its invitations."""
    its = id_of_organisation(organisation)
    return render_template(
        "organisations/show.html",
        person=current_person(),
        id=its,
        name=name_of_organisation(its),
        people=people_in(its),
        teams=teams_of_organisation(its),
        invitations=invitations_into(its, now()),
        places=OF_ORGANISATIONS,
        day_of=day_of,
    )


def _form(problems: dict[str, str]) -> str:
    return render_template(
        "organisations/new.html", person=current_person(), given=request.form, problems=problems
    )
