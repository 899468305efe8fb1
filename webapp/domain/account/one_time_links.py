"""Links, each for one use: to sign up, to choose a new password, to confirm an address."""

from enum import StrEnum

from webapp.domain.account.tokens import new_token
from webapp.rules.account.addresses import stored_forms
from webapp.rules.account.keys import Keys
from webapp.rules.shared.ids import PersonId, id_of_person
from webapp.rules.shared.moments import DAY
from webapp.rules.shared.problems import NotFound
from webapp.storage.account.one_time_links import (
    OneTimeLink,
    delete_expired_links,
    delete_one_time_links,
)
from webapp.storage.account.people import Person
from webapp.storage.engine.database import transaction

SIGN_UP_LINK_DAYS = 7
RESET_LIFE = DAY  # ms


class LinkKind(StrEnum):
    """What a link is for; the values are stored."""

    SIGN_UP = "invitation"
    RESET = "reset"
    CONFIRM = "confirm"


def create_sign_up_link(keys: Keys, now: int, days: int = SIGN_UP_LINK_DAYS) -> str:
    """Store a link with which one person can sign up within `days`, and return its token.

    now: ms.
    """
    return _create(LinkKind.SIGN_UP, None, now + days * DAY, keys, now)


def create_reset_link(email: str, keys: Keys, now: int) -> str:
    """Store a link with which a person can choose a new password, and return its token.

    It is valid for a day and replaces earlier ones for this person. now: ms.
    NotFound: nobody has this address.
    """
    person_id = id_of_person(person_at(email).id)
    with transaction():
        delete_one_time_links(LinkKind.RESET, person_id)
        return _create(LinkKind.RESET, person_id, now + RESET_LIFE, keys, now)


def store_mailed_link(
    kind: LinkKind, person: PersonId, token: str, expires: int, keys: Keys, now: int
) -> None:
    """Store a link that a mail will have, by its token; expires, now: ms. Inside a transaction."""
    delete_expired_links(now)
    row = {"token_hash": keys.hash(token), "kind": kind, "person": person, "expires": expires}
    OneTimeLink.insert(row).on_conflict_ignore().execute()


def person_at(email: str) -> Person:
    """Return the person with this address, or raise NotFound, which says so."""
    found = (Person.get_or_none(Person.email == form) for form in stored_forms(email))
    person: Person | None = next(filter(None, found), None)
    if person is None:
        raise NotFound(f"Nobody has the address {email}. See how it is written in their Settings.")
    return person


def is_valid(kind: LinkKind, token: str, keys: Keys, now: int) -> bool:
    """Return whether the link with this token can still be used."""
    found = OneTimeLink.get_or_none(
        OneTimeLink.token_hash << keys.hashes(token, now), OneTimeLink.kind == kind
    )
    return found is not None and found.expires > now


def person_of(kind: LinkKind, token: str, keys: Keys, now: int) -> Person:
    """Return the person whom a valid link is for, or raise NotFound; the link stays valid."""
    same = (OneTimeLink.token_hash << keys.hashes(token, now), OneTimeLink.kind == kind)
    person: Person | None = (
        Person.select().join(OneTimeLink).where(*same, OneTimeLink.expires > now).first()
    )
    if person is None:
        raise NotFound
    return person


def redeem(kind: LinkKind, token: str, keys: Keys, now: int) -> PersonId | None:
    """Delete the link and return the id of the person it is for, None if it is for anybody.

    Call it inside the transaction of what it is used for.
    NotFound: it was used or has expired.
    """
    same = (OneTimeLink.token_hash << keys.hashes(token, now), OneTimeLink.kind == kind)
    valid = OneTimeLink.delete().where(*same, OneTimeLink.expires > now)
    rows = list(valid.returning(OneTimeLink.person).tuples().execute())
    if not rows:
        raise NotFound
    person: PersonId | None = rows[0][0]
    return person


def _create(kind: LinkKind, person: PersonId | None, expires: int, keys: Keys, now: int) -> str:
    token = new_token()
    with transaction():
        delete_expired_links(now)
        OneTimeLink.create(token_hash=keys.hash(token), kind=kind, person=person, expires=expires)
    return token
