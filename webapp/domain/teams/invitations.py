"""Invitations into teams and organisations: making, showing, revoking and using them."""

from dataclasses import dataclass
from typing import Any

from webapp.domain.account.people import SignedIn
from webapp.domain.account.tokens import new_token
from webapp.rules.account.keys import Keys
from webapp.rules.shared.ids import OwnerId, id_of_organisation, id_of_team
from webapp.rules.shared.moments import DAY
from webapp.rules.shared.problems import Invalid, NotFound
from webapp.rules.teams.invitations import (
    MOST_INVITATIONS,
    TOO_MANY,
    Choice,
    owner_named_in,
)
from webapp.rules.teams.teams import (
    OF_ORGANISATIONS,
    Place,
)
from webapp.storage.account.teams import organisation_row, team_row
from webapp.storage.engine.database import transaction
from webapp.storage.teams.invitations import (
    Invitation,
    delete_invitations,
    end_invitation,
    invitation_at,
    invitations_of,
    was_made,
)
from webapp.storage.teams.memberships import current_membership, lock_members
from webapp.storage.teams.organisation_roles import organisation_role


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation, as its page and the list of a team show it.

    id: what the list names it by. into: the name of the team or organisation. expires: ms.
    """

    id: str
    owner: OwnerId
    into: str
    place: Place
    maker_name: str
    expires: int
    uses_left: int


def invite(
    person: SignedIn, owner: OwnerId, choice: Choice, keys: Keys, form_id: str, now: int
) -> str:
    """Store an invitation and return its token, which is stored nowhere; Invalid, NotFound.

    form_id: of the form that asks for it, "" without one. The same form sent again gets the same
    token, as only this server can make it, and stores nothing more. now: ms.
    """
    token = _token(person, owner, keys, form_id or new_token())
    with transaction():
        if not lock_members(owner) or not _may_invite(person, owner):
            raise NotFound
        delete_invitations(owner, is_over(now))
        if invitation_at(owner, keys.hashes(token, now), now):
            return token
        # Made and revoked: a page that Back showed sends its form once more.
        if was_made(owner, keys.hash(token)):
            token = _token(person, owner, keys, new_token())
        if invitations_of(owner, now).count() >= MOST_INVITATIONS:
            raise Invalid(TOO_MANY)
        made = {"made": now, "expires": now + choice.days * DAY, "uses_left": choice.uses}
        maker = {"maker": person.id, "maker_name": person.name, "role": choice.place}
        Invitation.create(team=owner, token_hash=keys.hash(token), **made, **maker)
    return token


def invitations_into(owner: OwnerId, now: int) -> list[Invited]:
    """Return the invitations into a team or organisation that can be used at `now` (ms)."""
    return [_invited(row, "") for row in invitations_of(owner, now)]


def revoke(owner: OwnerId, invitation_id: str) -> None:
    """Let an invitation be used no more; NotFound."""
    with transaction():
        if not end_invitation(owner, invitation_id):
            raise NotFound


def invitation_with(token: str, keys: Keys, now: int) -> Invited | None:
    """Return the invitation with this token if it can be used at `now` (ms), else None."""
    owner = owner_named_in(token)
    row = invitation_at(owner, keys.hashes(token, now), now) if owner else None
    return _invited(row, _name_of(row)) if row else None


def organisation_name(number: int | None) -> str:
    """Return the name of an organisation with this number, "" for none."""
    row = None if number is None else organisation_row(id_of_organisation(number))
    return str(row.name) if row else ""


def _token(person: SignedIn, owner: OwnerId, keys: Keys, once: str) -> str:
    return f"{owner}-{keys.hash(f'invitation{person.id} {once}')}"


def is_over(now: int) -> Any:
    """Return the condition of invitations that nobody needs any more at `now` (ms).

    Those that ended otherwise stay for a day: the form that made one may come once more.
    """
    ended = (Invitation.uses_left < 1) & (Invitation.made <= now - DAY)
    return (Invitation.expires <= now) | ended


def _may_invite(person: SignedIn, owner: OwnerId) -> bool:
    # Asked again behind the lock: who has just been removed makes no invitation that outlives it.
    team = team_row(id_of_team(owner))
    if team is None:
        known = organisation_role(person.id, owner)
        return known is not None and known.role == Place.ADMIN
    row = current_membership(person.id, owner)
    leads = row is not None and row.role == Place.LEAD
    return leads and team.archived is None


def _name_of(row: Invitation) -> str:
    if row.role in OF_ORGANISATIONS:
        return organisation_name(row.team_id)
    found = team_row(id_of_team(row.team_id))
    return str(found.name) if found else ""


def _invited(row: Invitation, into: str) -> Invited:
    owner, place = OwnerId(row.team_id), Place(row.role)
    return Invited(row.token_hash, owner, into, place, row.maker_name, row.expires, row.uses_left)
