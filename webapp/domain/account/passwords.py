"""Choosing a new password: with the old one, or with a link (by mail, or from the operator)."""

from dataclasses import dataclass

from webapp.domain.account import one_time_links
from webapp.domain.account.authentication import HASHER, confirm_password
from webapp.domain.account.one_time_links import LinkKind
from webapp.domain.account.people import SignedIn
from webapp.domain.account.rate_limits import Visit
from webapp.rules.account.people import checked_password
from webapp.rules.shared.ids import PersonId, id_of_person
from webapp.rules.shared.problems import Invalid, NotFound, Problem
from webapp.storage.account.one_time_links import delete_one_time_links
from webapp.storage.account.people import Person
from webapp.storage.account.sessions import delete_sessions
from webapp.storage.engine.database import transaction


@dataclass(frozen=True, slots=True)
class Reset:
    """The person who chose a password with a link, and their address."""

    person: PersonId
    email: str


def change_password(person: SignedIn, old: object, new: object, visit: Visit) -> None:
    """Make `new` the password and sign all devices out.

    Invalid: the old one is wrong, or the new one cannot be used. TooMany: too many guesses at the
    old one.
    """
    problems: list[Problem] = []
    confirm_password(person.id, "old_password", old, visit, problems)
    password = checked_password("new_password", new, problems, (person.name, person.email))
    if problems:
        raise Invalid(*problems)
    hashed = HASHER.hash(password)
    with transaction():
        _store(person.id, hashed)


def is_reset_valid(token: str, visit: Visit) -> bool:
    """Return whether a password can be chosen with this link now."""
    return one_time_links.is_valid(LinkKind.RESET, token, visit.keys, visit.now)


def reset_password(token: str, new: object, visit: Visit) -> Reset:
    """Choose a password with a link, which is used up; return whose it is.

    NotFound: the link was used or has expired. Invalid: the password cannot be used, and the link
    stays valid.
    """
    person = one_time_links.person_of(LinkKind.RESET, token, visit.keys, visit.now)
    problems: list[Problem] = []
    password = checked_password("new_password", new, problems, (person.name, person.email))
    if problems:
        raise Invalid(*problems)
    _reset(token, HASHER.hash(password), visit)
    return Reset(id_of_person(person.id), person.email)


def _reset(token: str, hashed: str, visit: Visit) -> None:
    with transaction():
        person_id = one_time_links.redeem(LinkKind.RESET, token, visit.keys, visit.now)
        if person_id is None:
            raise NotFound
        _store(person_id, hashed)


def _store(person_id: PersonId, hashed: str) -> None:
    Person.update(password_hash=hashed).where(Person.id == person_id).execute()
    delete_sessions(person_id)  # a person who knew the old password is signed out, too
    delete_one_time_links(LinkKind.RESET, person_id)
