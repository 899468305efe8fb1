"""Taking somebody's role in an organisation, or giving up one's own."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.teams.organisations import remove_role
from webapp.rules.shared.ids import id_of_organisation, id_of_person
from webapp.web.shared.clock import now
from webapp.web.shared.login import current_person

pages = Blueprint("organisation_roles", __name__)


@pages.delete("/organisations/<int:organisation>/roles/<int:member>")
def destroy(organisation: int, member: int) -> ResponseReturnValue:
    """Take somebody's role; who is no admin can only give up their own."""
    remove_role(current_person(), id_of_organisation(organisation), id_of_person(member), now())
    return redirect(url_for("settings.index", _anchor="teams"), 303)
