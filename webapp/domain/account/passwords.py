"""Choosing a new password: knowing the old one, or with a link from the operator."""

from webapp.domain.account.limits import Visit
from webapp.domain.account.links import Kind, spend, stands
from webapp.domain.account.people import HASHER, SignedIn, confirm
from webapp.rules.account.people import checked_password
from webapp.rules.shared.problems import Invalid, NotFound, Problem
from webapp.storage.account.links import links_for
from webapp.storage.account.people import Person
from webapp.storage.account.sessions import sessions_of
from webapp.storage.engine.database import transaction


def change_password(person: SignedIn, old: object, new: object, visit: Visit) -> None:
    """From now on `new` is the password, and no device is signed in.

    Invalid: the old one is wrong, or the new one is none; TooMany: too many guesses at the old.
    """
    problems: list[Problem] = []
    confirm(person, "old_password", old, visit, problems)
    password = checked_password("new_password", new, problems)
    if problems:
        raise Invalid(*problems)
    hashed = HASHER.hash(password)
    with transaction():
        _replace(person.id, hashed)


def reset_stands(token: str, visit: Visit) -> bool:
    """Whether a password can be chosen with this link now."""
    return stands(Kind.RESET, token, visit.secret, visit.now)


def reset_password(token: str, new: object, visit: Visit) -> int:
    """Choose a password with a link, which is used up; return whose it is now.

    NotFound: the link was used or has expired; Invalid: this is no password, and the link stands.
    """
    if not reset_stands(token, visit):
        raise NotFound
    problems: list[Problem] = []
    password = checked_password("new_password", new, problems)
    if problems:
        raise Invalid(*problems)
    return _reset(token, HASHER.hash(password), visit)


def _reset(token: str, hashed: str, visit: Visit) -> int:
    with transaction():
        person_id = spend(Kind.RESET, token, visit.secret, visit.now)
        if person_id is None:
            raise NotFound
        _replace(person_id, hashed)
    return person_id


def _replace(person_id: int, hashed: str) -> None:
    Person.update(password_hash=hashed).where(Person.id == person_id).execute()
    sessions_of(person_id).execute()  # whoever knew the old one is out, too
    links_for(Kind.RESET, person_id).execute()
