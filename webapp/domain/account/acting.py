"""Acting for an owner: whose things, and who does it, as two values of two types."""

from typing import Protocol

from webapp.rules.rights.permissions import Role
from webapp.rules.shared.ids import OwnerId, PersonId


class Acting(Protocol):
    """A person who reads or changes an owner's things: their own or a team's.

    owner: whose rows are read and written, all of them. actor: who does it; nothing of theirs is
    read or written for another owner. rev: the state of the owner's things. The rest are the
    owner's settings, as in storage/account/people.py. SignedIn is a person acting for themself.
    There is no `id`: what takes Acting cannot mix the two up.
    """

    @property
    def owner(self) -> OwnerId:
        """Whose things."""

    @property
    def actor(self) -> PersonId:
        """Who does it."""

    @property
    def role(self) -> Role | None:
        """What the actor is to the owner; None: it was not asked yet."""

    @property
    def rev(self) -> int:
        """The state of the owner's things."""

    @property
    def day_start(self) -> int:
        """When the owner's days begin."""

    @property
    def workdays(self) -> int:
        """On which days they work."""

    @property
    def checkin_days(self) -> int:
        """On which days they are asked to check in."""

    @property
    def areas(self) -> str:
        """Their areas."""

    @property
    def visibility(self) -> str:
        """Who may see their new wins."""

    @property
    def goal_limit(self) -> int:
        """How many of their goals may be active."""

    @property
    def stored(self) -> int:
        """How many bytes of theirs have arrived; what is stored of them is less."""
