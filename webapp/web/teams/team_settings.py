"""The settings of a team: its members, its invitations, and what its leads may change."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.teams.founding import possible_leads
from webapp.domain.teams.invitations import invitations_into
from webapp.domain.teams.memberships import members, own_membership
from webapp.domain.teams.organisations import RoleIn, own_organisations, put_team, runs
from webapp.domain.teams.teams import archive_team, rename_team, restore_team, team_of
from webapp.rules.shared.ids import TeamId, id_of_organisation, id_of_team
from webapp.rules.shared.problems import Invalid
from webapp.rules.teams.invitations import owner_numbered
from webapp.rules.teams.teams import Place
from webapp.web.shared.clock import now
from webapp.web.shared.errors import by_field
from webapp.web.shared.login import current_person
from webapp.web.teams.days import day_of

pages = Blueprint("team_settings", __name__, url_prefix="/teams/<int:team>/settings")


@pages.get("")
def show(team: int) -> ResponseReturnValue:
    """Show who is in the team and, to its leads, what they may change."""
    return draw_settings(id_of_team(team), {})


@pages.patch("")
def update(team: int) -> ResponseReturnValue:
    """Rename the team, archive it or take it into use again: whichever the form says."""
    its = id_of_team(team)
    try:
        _change(its)
    except Invalid as invalid:
        return draw_settings(its, by_field(invalid)), 422
    return redirect(url_for("team_settings.show", team=team), 303)


def _change(team: TeamId) -> None:
    form = request.form
    if "name" in form:
        rename_team(team, form["name"], now())
    elif "organisation" in form:
        chosen = owner_numbered(form["organisation"])
        into = None if chosen is None else id_of_organisation(chosen)
        put_team(current_person(), team, into, now())
    elif form.get("archived") == "yes":
        archive_team(current_person(), team, now())
    elif form.get("archived") == "no":
        restore_team(team, now())


def _admin_of() -> list[RoleIn]:
    return [one for one in own_organisations(current_person()) if one.place is Place.ADMIN]


def draw_settings(team: TeamId, problems: dict[str, str]) -> str:
    """Render the page, with what is wrong with what a form of it said."""
    person = current_person()
    own = own_membership(person, team)
    leads = own is not None and own.place is Place.LEAD
    found, its_members = team_of(team), members(team)
    founds = found.organisation if runs(person.id, found.organisation) and not leads else None
    return render_template(
        "teams/show.html",
        person=person,
        team=found,
        members=its_members,
        founds=founds,
        heirs=possible_leads(founds) if founds and not its_members else {},
        own=own,
        leads=leads,
        invitations=invitations_into(team, now()) if leads else [],
        given=request.form,
        problems=problems,
        organisations=_admin_of() if leads else [],
        day_of=day_of,
    )
