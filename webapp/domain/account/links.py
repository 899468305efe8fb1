"""Links that the operator hands out, each for one use: to sign up, or to choose a new password."""

from enum import StrEnum

from webapp.domain.account.tokens import keyed_hash, new_token
from webapp.rules.account.people import folded_email
from webapp.rules.shared.moments import DAY
from webapp.rules.shared.problems import NotFound
from webapp.storage.account.links import Link, expired_links, links_for
from webapp.storage.account.people import Person
from webapp.storage.engine.database import transaction

INVITATION_DAYS = 7
RESET_LIFE = DAY  # ms


class Kind(StrEnum):
    """What a link is for."""

    INVITATION = "invitation"
    RESET = "reset"


def make_invitation(secret: bytes, now: int, days: int = INVITATION_DAYS) -> str:
    """The token of a link with which one person can sign up within `days`; now: ms."""
    return _make(Kind.INVITATION, None, now + days * DAY, secret, now)


def make_reset_link(email: str, secret: bytes, now: int) -> str:
    """The token of a link with which a person can choose a new password within a day; now: ms.

    Ends links that were made for them before. NotFound: nobody has this address.
    """
    person = Person.get_or_none(Person.email == folded_email(email))
    if person is None:
        raise NotFound(f"Nobody has the address {email}. See how it is written in their Settings.")
    with transaction():
        links_for(Kind.RESET, person.id).execute()
        return _make(Kind.RESET, person.id, now + RESET_LIFE, secret, now)


def stands(kind: Kind, token: str, secret: bytes, now: int) -> bool:
    """Whether the link with this token can still be used."""
    found = Link.get_or_none(Link.token_hash == keyed_hash(token, secret), Link.kind == kind)
    return found is not None and found.expires > now


def spend(kind: Kind, token: str, secret: bytes, now: int) -> int | None:
    """Use the link up and return the id of the person it is for, if it is for one.

    Inside the transaction of what it is used for. NotFound when it was used or has expired.
    """
    spent = (
        Link.delete()
        .where(Link.token_hash == keyed_hash(token, secret), Link.kind == kind, Link.expires > now)
        .returning(Link.person)
        .tuples()
    )
    rows = list(spent.execute())
    if not rows:
        raise NotFound
    person: int | None = rows[0][0]
    return person


def _make(kind: Kind, person: int | None, expires: int, secret: bytes, now: int) -> str:
    token = new_token()
    with transaction():
        expired_links(now).execute()
        Link.create(token_hash=keyed_hash(token, secret), kind=kind, person=person, expires=expires)
    return token
