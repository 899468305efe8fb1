"""What somebody is to an owner, and refusing what they may not do (R29)."""

from webapp.domain.account.acting import Acting
from webapp.rules.rights.permissions import Permission, Role, may
from webapp.rules.shared.ids import (
    OrganisationId,
    OwnerId,
    PersonId,
    id_of_organisation,
    id_of_team,
)
from webapp.rules.shared.problems import NotFound
from webapp.storage.account.teams import team_row, teams_in
from webapp.storage.teams.memberships import are_in_any, membership_of
from webapp.storage.teams.organisation_roles import organisation_role

_OF_ORGANISATIONS = {"admin": Role.ADMIN, "viewer": Role.VIEWER}


def role_of(actor: PersonId, owner: OwnerId) -> Role:
    """Return what a person is to an owner: themself, a team or an organisation.

    A member is one whatever else they are; who has left a team, or is none of its members, may be
    admin or viewer of its organisation.
    """
    if owner == actor:
        return Role.OWNER
    row = membership_of(actor, owner)
    if row and row.left is None:
        return role_in_team(row.role, observes=row.observer)
    return _by_organisation(actor, owner) or (Role.FORMER if row else Role.STRANGER)


def role_in_team(role: str, *, observes: bool) -> Role:
    """Return what somebody is to a team that they are in."""
    if role == "lead":
        return Role.LEAD
    return Role.OBSERVER if observes else Role.MEMBER


def is_permitted(acting: Acting, permission: Permission) -> bool:
    """Return whether the person may do this for the owner they act for."""
    return may(acting.role or role_of(acting.actor, acting.owner), permission)


def require(acting: Acting, permission: Permission) -> None:
    """Raise NotFound unless the person may do this for the owner they act for."""
    if not is_permitted(acting, permission):
        raise NotFound


def role_in_organisation(actor: PersonId, organisation: OrganisationId) -> Role:
    """Return what a person is to an organisation; members of its teams see what viewers see."""
    known = organisation_role(actor, organisation)
    if known:
        return _OF_ORGANISATIONS[known.role]
    teams = [id_of_team(row.id) for row in teams_in(organisation)]
    return Role.VIEWER if teams and are_in_any(actor, teams) else Role.STRANGER


def _by_organisation(actor: PersonId, owner: OwnerId) -> Role | None:
    team = team_row(id_of_team(owner))
    if team is None or team.organisation_id is None:
        return None
    known = organisation_role(actor, id_of_organisation(team.organisation_id))
    return _OF_ORGANISATIONS[known.role] if known else None
