"""Invitations into an organisation, as an admin or to read along."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.teams.invitations import revoke
from webapp.domain.teams.organisations import name_of_organisation
from webapp.rules.shared.ids import OrganisationId, id_of_organisation
from webapp.rules.teams.teams import OF_ORGANISATIONS
from webapp.web.teams.inviting import Inviting

PREFIX = "/organisations/<int:organisation>/invitations"
pages = Blueprint("organisation_invitations", __name__, url_prefix=PREFIX)


@pages.get("/new")
def new(organisation: int) -> ResponseReturnValue:
    """Show the form for a new invitation."""
    return _into(id_of_organisation(organisation)).draw({})


@pages.post("/")
def create(organisation: int) -> ResponseReturnValue:
    """Make an invitation and show its page, whose address is to be sent."""
    return _into(id_of_organisation(organisation)).create()


@pages.delete("/<invitation_id>")
def destroy(organisation: int, invitation_id: str) -> ResponseReturnValue:
    """Revoke an invitation."""
    revoke(id_of_organisation(organisation), invitation_id)
    return redirect(url_for("organisations.show", organisation=organisation), 303)


def _into(its: OrganisationId) -> Inviting:
    return Inviting(its, name_of_organisation(its), OF_ORGANISATIONS, is_team=False)
