"""Joining a team, and the place of each member."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.teams.counting import choose_team, decline_team
from webapp.domain.teams.earlier import count_earlier
from webapp.domain.teams.joining import join
from webapp.domain.teams.memberships import (
    Member,
    members,
    own_membership,
    remove,
    set_place,
)
from webapp.domain.teams.teams import team_of
from webapp.rules.shared.ids import TeamId, id_of_person, id_of_team
from webapp.rules.shared.problems import Invalid, NotFound
from webapp.rules.teams.invitations import owner_named_in, token_in
from webapp.rules.teams.teams import OF_TEAMS, Place, parse_place
from webapp.web.shared.clock import now
from webapp.web.shared.errors import by_field
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.login import current_person, keys

pages = Blueprint("memberships", __name__)
OF_ONE = "/teams/<int:team>/memberships"


@pages.get("/memberships/new")
def new() -> ResponseReturnValue:
    """Show the form for a link that was sent; with one, lead to the page of its invitation."""
    pasted = request.args.get("link", "")
    token = token_in(pasted)
    if owner_named_in(token):
        return redirect(url_for("invitations.show", link=token), 303)
    return render_template("memberships/new.html", person=current_person(), pasted=pasted)


@pages.post("/memberships/")
@stored_once
def create() -> ResponseReturnValue:
    """Join what an invitation is for."""
    token, instant = request.form.get("link", ""), now()
    try:
        owner = join(current_person(), token, keys(), instant)
    except NotFound:
        return _refused({}), 404
    except Invalid as invalid:
        return _refused(by_field(invalid)), 422
    if own := own_membership(current_person(), id_of_team(owner)):
        _choose(own, instant)
        return redirect(_next_page(own, instant), 303)
    return redirect(url_for("settings.index", joined=owner, _anchor="teams"), 303)


@pages.get(f"{OF_ONE}/<int:member>/edit")
def edit(team: int, member: int) -> ResponseReturnValue:
    """Show the place of one member, and the button to take them out."""
    its = id_of_team(team)
    return render_template(
        "memberships/edit.html",
        person=current_person(),
        team=team_of(its),
        member=_member(its, member),
        places=OF_TEAMS,
    )


@pages.patch(f"{OF_ONE}/<int:member>")
def update(team: int, member: int) -> ResponseReturnValue:
    """Give a member another place."""
    place = parse_place(request.form.get("place"), OF_TEAMS)
    set_place(current_person(), id_of_team(team), id_of_person(member), place, now())
    return redirect(url_for("team_settings.show", team=team), 303)


@pages.delete(f"{OF_ONE}/<int:member>")
def destroy(team: int, member: int) -> ResponseReturnValue:
    """Take a member out of the team."""
    remove(current_person(), id_of_team(team), id_of_person(member), now())
    return redirect(url_for("team_settings.show", team=team), 303)


def _choose(own: Member, joining: int) -> None:
    # Without an answer they are asked on the board; their answers count nowhere until then.
    said = request.form.get("counts_in") if own.joined == joining else None
    if said == "yes" and own.place is not Place.OBSERVER:
        choose_team(current_person(), str(own.team), joining)
    elif said == "no":
        decline_team(current_person(), joining)


def _next_page(own: Member, joining: int) -> str:
    # Who was in the team already is not asked a second time.
    asks = own.joined == joining and count_earlier(current_person(), own.team)
    return url_for("earlier_wins.new" if asks else "boards.show", team=own.team)


def _member(team: TeamId, number: int) -> Member:
    found = [one for one in members(team) if one.person == number]
    if not found:
        raise NotFound
    return found[0]


def _refused(problems: dict[str, str]) -> str:
    return render_template(
        "invitations/gone.html", person=current_person(), says=" ".join(problems.values())
    )
