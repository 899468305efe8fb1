"""What somebody is to an owner, and refusing what they may not do (R29)."""

from webapp.domain.account.acting import Acting
from webapp.rules.rights.permissions import Permission, Role, may
from webapp.rules.shared.ids import OwnerId, PersonId
from webapp.rules.shared.problems import NotFound


def role_of(actor: PersonId, owner: OwnerId) -> Role:
    """Return what a person is to an owner: themself; there are no teams yet."""
    return Role.OWNER if owner == actor else Role.STRANGER


def is_permitted(acting: Acting, permission: Permission) -> bool:
    """Return whether the person may do this for the owner they act for."""
    return may(role_of(acting.actor, acting.owner), permission)


def require(acting: Acting, permission: Permission) -> None:
    """Raise NotFound unless the person may do this for the owner they act for."""
    if not is_permitted(acting, permission):
        raise NotFound
