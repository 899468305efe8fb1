"""Leaving a team."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.teams.memberships import leave, members, own_membership
from webapp.rules.shared.ids import TeamId, id_of_team
from webapp.rules.shared.problems import NotFound
from webapp.rules.teams.invitations import owner_numbered
from webapp.rules.teams.teams import Place
from webapp.web.shared.clock import now
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.login import current_person

pages = Blueprint("departures", __name__)
KEPT = {"kept": True, "private": False}


@pages.get("/teams/<int:team>/departures/new")
def new(team: int) -> ResponseReturnValue:
    """Show what becomes of what the person shared, and the button to leave."""
    return _form(id_of_team(team))


@pages.post("/departures/")  # names no team: sent twice, the second would find itself a stranger
@stored_once
def create() -> ResponseReturnValue:
    """Leave a team."""
    form = request.form
    team = id_of_team(owner_numbered(form.get("team", "")) or 0)  # no team has this number
    keep = KEPT.get(form.get("wins", ""))
    if keep is None:
        return _form(team, unanswered=True), 422
    leave(current_person(), team, keep=keep, successor=form.get("successor", ""), now=now())
    return redirect(url_for("settings.index", _anchor="teams"), 303)


def _form(team: TeamId, *, unanswered: bool = False) -> str:
    person = current_person()
    own = own_membership(person, team)
    if own is None:
        raise NotFound
    others = [one for one in members(team) if one.person != person.id]
    is_led = own.place is not Place.LEAD or any(one.place is Place.LEAD for one in others)
    return render_template(
        "departures/new.html",
        person=person,
        own=own,
        alone=not others,
        heirs=[] if is_led else others,
        unanswered=unanswered,
    )
