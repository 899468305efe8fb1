"""Invitations into an organisation, as an admin or to read along."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.teams.invitations import invite, revoke
from webapp.rules.shared.ids import id_of_organisation
from webapp.rules.teams.invitations import parse_choice
from webapp.rules.teams.teams import OF_ORGANISATIONS
from webapp.web.shared.clock import now
from webapp.web.shared.forms.once import sent_id
from webapp.web.shared.login import current_person, keys

PREFIX = "/organisations/<int:organisation>/invitations"
pages = Blueprint("organisation_invitations", __name__, url_prefix=PREFIX)


@pages.post("/")
def create(organisation: int) -> ResponseReturnValue:
    """Make an invitation and show its page, whose address is to be sent."""
    its, choice = id_of_organisation(organisation), parse_choice(request.form, OF_ORGANISATIONS)
    token = invite(current_person(), its, choice, keys(), sent_id(), now())
    return redirect(url_for("invitations.show", link=token), 303)


@pages.delete("/<invitation_id>")
def destroy(organisation: int, invitation_id: str) -> ResponseReturnValue:
    """Revoke an invitation."""
    revoke(id_of_organisation(organisation), invitation_id)
    return redirect(url_for("organisations.show", organisation=organisation), 303)
