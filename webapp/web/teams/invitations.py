"""Invitations: the page that shows who invites into what, making and revoking them."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from webapp.domain.teams.invitations import invitation_with, revoke
from webapp.domain.teams.joining import is_in
from webapp.domain.teams.teams import team_of
from webapp.rules.shared.ids import TeamId, id_of_team
from webapp.rules.teams.invitations import owner_named_in
from webapp.rules.teams.teams import Place
from webapp.web.shared.clock import now
from webapp.web.shared.events import log_event
from webapp.web.shared.login import current_person, keys
from webapp.web.shared.visits import public_address, sign_up_mode
from webapp.web.teams.days import day_of
from webapp.web.teams.inviting import Inviting

pages = Blueprint("invitations", __name__)
OF_ONE = "/teams/<int:team>/invitations"
PLACES = (Place.MEMBER, Place.OBSERVER)


@pages.get("/invitations/<link>")
def show(link: str) -> ResponseReturnValue:
    """Show who invites into what; opening it changes nothing."""
    if owner_named_in(link) is None:  # from the operator, as earlier versions named its address
        return redirect(url_for("sign_up_links.show", link=link), 303)
    person = current_person() if current_user.is_authenticated else None
    found = invitation_with(link, keys(), now())
    if found is None:
        log_event("link refused")
        return render_template("invitations/gone.html", person=person, says=""), 404
    return render_template(
        "invitations/show.html",
        person=person,
        invitation=found,
        inside=person is not None and is_in(person, found.owner, found.place),
        link=link,
        address=public_address(request.path),
        sign_up_mode=sign_up_mode(),
        day_of=day_of,
    )


@pages.get(f"{OF_ONE}/new")
def new(team: int) -> ResponseReturnValue:
    """Show the form for a new invitation."""
    return _into(id_of_team(team)).draw({})


@pages.post(f"{OF_ONE}/")
def create(team: int) -> ResponseReturnValue:
    """Make an invitation and show its page, whose address is to be sent."""
    return _into(id_of_team(team)).create()


@pages.delete(f"{OF_ONE}/<invitation_id>")
def destroy(team: int, invitation_id: str) -> ResponseReturnValue:
    """Revoke an invitation."""
    revoke(id_of_team(team), invitation_id)
    return redirect(url_for("team_settings.show", team=team), 303)


def _into(team: TeamId) -> Inviting:
    return Inviting(team, team_of(team).name, PLACES, is_team=True)
