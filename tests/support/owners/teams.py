"""Teams for tests."""

from tests.support.make import KEYS, NOON, Someone, visit
from webapp.domain.teams import memberships
from webapp.domain.teams.invitations import invite
from webapp.domain.teams.joining import join
from webapp.domain.teams.memberships import Member, leave, members, set_place
from webapp.domain.teams.organisations import create_organisation, put_team
from webapp.domain.teams.teams import create_team
from webapp.rules.rights.permissions import Role
from webapp.rules.shared.ids import OrganisationId, PersonId, TeamId, id_of_person
from webapp.rules.teams.invitations import Choice
from webapp.rules.teams.teams import Place


def a_team(maker: Someone, name: str = "Platform", *others: Someone, now: int = NOON) -> TeamId:
    """Store a team of this person, which the others have joined, and return its id."""
    team = create_team(maker.me, name, visit(now=now))
    for number, other in enumerate(others, 1):
        joins(other, team, maker, now=now + number)
    return team


def joins(
    someone: Someone, team: TeamId, lead: Someone, *, place: Place = Place.MEMBER, now: int = NOON
) -> None:
    """Let somebody join a team by an invitation of its lead."""
    join(someone.me, token_into(team, lead, place=place, now=now), KEYS, now)


def leaves(someone: Someone, team: TeamId, *, keep: bool = True, now: int = NOON) -> None:
    """Let somebody leave a team; keep: their wins stay on its board under their name."""
    memberships.leave(someone.me, team, keep=keep, successor="", now=now)


def token_into(
    team: TeamId, lead: Someone, *, place: Place = Place.MEMBER, uses: int = 1, now: int = NOON
) -> str:
    """Return the token of a new invitation into a team."""
    return invite(lead.me, team, Choice(7, uses, place), KEYS, "", now)


def runs(
    someone: Someone,
    organisation: OrganisationId,
    admin: Someone,
    *,
    place: Place = Place.ADMIN,
    now: int = NOON,
) -> None:
    """Let somebody be admin or viewer of an organisation by an invitation of its admin."""
    token = invite(admin.me, organisation, Choice(7, 1, place), KEYS, "", now)
    join(someone.me, token, KEYS, now)


def places(team: TeamId) -> dict[str, str]:
    """Return the place of each member by their name, of longest standing first."""
    return {one.name: one.place.value for one in members(team)}


def number(someone: Someone) -> PersonId:
    """Return the id of somebody, as the domain takes it."""
    return id_of_person(someone.id)


def member_of(team: TeamId, name: str) -> Member:
    """Return the member with this name."""
    return next(one for one in members(team) if one.name == name)


def play(role: Role, someone: Someone, team: TeamId, lead: Someone, *, now: int = NOON) -> None:
    """Let somebody be this to a team that `lead` leads."""
    if role in (Role.ADMIN, Role.VIEWER):
        founder = someone if role is Role.ADMIN else lead
        organisation = create_organisation(founder.me, "Acme", visit(now=now))
        put_team(founder.me, team, organisation, now)
        if role is Role.VIEWER:
            runs(someone, organisation, lead, place=Place.VIEWER, now=now)
        return
    joins(someone, team, lead, place=_PLACES.get(role, Place.MEMBER), now=now)
    if role is Role.LEAD:
        set_place(lead.me, team, number(someone), Place.LEAD, now)
    if role is Role.FORMER:
        leave(someone.me, team, keep=True, successor="", now=now)


_PLACES = {Role.OBSERVER: Place.OBSERVER}
