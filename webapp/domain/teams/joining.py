"""Using an invitation: joining a team, or getting a role in an organisation."""

from webapp.domain.account.people import SignedIn
from webapp.domain.teams.invitations import organisation_name
from webapp.domain.teams.leads import changing_members
from webapp.domain.teams.offering import text_of
from webapp.domain.teams.roles_of_organisations import join_organisation, tell_of_admin
from webapp.domain.teams.teams import team_of
from webapp.rules.account.keys import Keys
from webapp.rules.capture.audiences import ONLY_ONESELF
from webapp.rules.shared.ids import OwnerId, TeamId, id_of_organisation, id_of_team
from webapp.rules.shared.problems import Invalid, NotFound
from webapp.rules.teams.invitations import owner_named_in
from webapp.rules.teams.teams import (
    MOST_MEMBERS,
    MOST_TEAMS,
    OF_ORGANISATIONS,
    TEAM_IS_FULL,
    TOO_MANY_TEAMS,
    Place,
)
from webapp.storage.account.teams import team_row
from webapp.storage.teams.invitations import invitation_at, use_invitation
from webapp.storage.teams.memberships import (
    current_membership,
    lock_members,
    members_of,
    store_membership,
    teams_of,
)
from webapp.storage.teams.organisation_roles import organisation_role


def join(person: SignedIn, token: str, keys: Keys, now: int) -> OwnerId:
    """Let a person into what an invitation is for, and return its number; now: ms.

    Who is in it already stays as they are, and nothing is used up; but a viewer can become an
    admin. NotFound: the invitation cannot be used. Invalid: it is full, or the person is in as many
    as can be.
    """
    owner = owner_named_in(token)
    if owner is None:
        raise NotFound
    hashes = keys.hashes(token, now)
    row = invitation_at(owner, hashes, now)
    if is_in(person, owner, Place(row.role) if row else None):
        return owner
    team = team_row(id_of_team(owner))
    with changing_members([id_of_team(owner)] if team else [], now) as change:
        place = _used(owner, hashes, now)
        if place in OF_ORGANISATIONS:
            join_organisation(person, id_of_organisation(owner), place, change, now)
        elif not is_in(person, owner):  # by another request, while this one waited
            _add_member(person, id_of_team(owner), place, now)
            tell_of_admin(person, id_of_team(owner), change, now)
        change.people.add(person.id)
    return owner


def is_in(person: SignedIn, owner: OwnerId, place: Place | None = None) -> bool:
    """Return whether a person is in a team, or has a role in an organisation.

    place: the one they are invited to. To be an admin is more than to be a viewer.
    """
    if current_membership(person.id, owner):
        return True
    known = organisation_role(person.id, owner)
    return known is not None and (place is not Place.ADMIN or known.role == Place.ADMIN)


def _used(owner: OwnerId, hashes: list[str], now: int) -> Place:
    row = invitation_at(owner, hashes, now) if lock_members(owner) else None
    if row is None:
        raise NotFound
    use_invitation(owner, row.token_hash)
    return Place(row.role)


def _add_member(person: SignedIn, team: TeamId, place: Place, now: int) -> None:
    if members_of(team).count() >= MOST_MEMBERS:
        raise Invalid(TEAM_IS_FULL)
    if teams_of(person.id).count() >= MOST_TEAMS:
        raise Invalid(TOO_MANY_TEAMS)
    columns = {**_names(person, team), "joined": now, "organisation_since": now}
    usual = {"left": None, "role": Place.MEMBER, "visibility": ONLY_ONESELF}
    observer = place is Place.OBSERVER
    store_membership(person.id, team, {**columns, **usual, "observer": observer})


def _names(person: SignedIn, team: TeamId) -> dict[str, str]:
    found = team_of(team)  # in use: where a team is archived, its invitations end
    organisation = organisation_name(found.organisation)
    names = {"person_name": person.name, "team_name": found.name}
    return {**names, "organisation_name": organisation, "objectives": text_of(team)}
