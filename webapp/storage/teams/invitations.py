"""Invitations into teams."""

from peewee import (
    BigIntegerField,
    CharField,
    CompositeKey,
    ForeignKeyField,
    IntegerField,
    ModelSelect,
)

from webapp.rules.shared.ids import OwnerId
from webapp.rules.teams.invitations import MOST_INVITATIONS
from webapp.storage.account.people import Owner, Person
from webapp.storage.engine.database import Stored


class Invitation(Stored):
    """An invitation that was not revoked. Its token is only in its address; here is the keyed hash.

    maker: who made it; maker_name is a copy. made, expires: ms. role: "member" or "observer".
    """

    team_id: int
    team = ForeignKeyField(Owner, on_delete="CASCADE", index=False, backref="+")
    token_hash = CharField(max_length=64)
    maker = ForeignKeyField(Person, on_delete="CASCADE", backref="+")
    maker_name = CharField(max_length=100)
    made = BigIntegerField()
    expires = BigIntegerField()
    uses_left = IntegerField()
    role = CharField(max_length=12, default="member")

    class Meta:
        primary_key = CompositeKey("team", "token_hash")


def invitation_at(owner: OwnerId, hashes: list[str], now: int) -> Invitation | None:
    """Return an invitation that can be used at `now` (ms), by the hashes of its token."""
    its = (Invitation.team == owner, Invitation.token_hash << hashes)
    usable = (Invitation.expires > now, Invitation.uses_left > 0)
    found: Invitation | None = Invitation.get_or_none(*its, *usable)
    return found


def invitations_of(owner: OwnerId, now: int) -> "ModelSelect[Invitation]":
    """Return the invitations that can be used at `now` (ms), the last one first."""
    usable = (Invitation.expires > now, Invitation.uses_left > 0)
    newest = (Invitation.made.desc(), Invitation.token_hash)
    query = Invitation.select().where(Invitation.team == owner, *usable)
    return query.order_by(*newest).limit(MOST_INVITATIONS)


def was_made(owner: OwnerId, token_hash: str) -> bool:
    """Return whether there is an invitation with this hash, also one that has ended."""
    its = (Invitation.team == owner, Invitation.token_hash == token_hash)
    return bool(Invitation.select().where(*its).exists())


def end_invitation(owner: OwnerId, token_hash: str) -> bool:
    """Let an invitation be used no more; returns False if it could not be used before."""
    its = (Invitation.team == owner, Invitation.token_hash == token_hash)
    usable = Invitation.uses_left > 0
    return bool(Invitation.update(uses_left=0).where(*its, usable).execute())


def use_invitation(owner: OwnerId, token_hash: str) -> None:
    """Take one from the uses of an invitation."""
    its = (Invitation.team == owner, Invitation.token_hash == token_hash)
    Invitation.update(uses_left=Invitation.uses_left - 1).where(*its).execute()


def delete_invitations(owner: OwnerId, *which: object) -> int:
    """Delete those of these invitations that meet the conditions, all without any."""
    return int(Invitation.delete().where(Invitation.team == owner, *which).execute())


def delete_invitations_of_all(which: object) -> None:
    """Delete the invitations into all teams and organisations that meet the condition."""
    Invitation.delete().where(which).execute()
