"""Becoming a person of this app, and who a signed-in person is."""

import secrets
from dataclasses import dataclass

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from peewee import IntegrityError

from webapp.rules.people import NewPerson, folded_email
from webapp.rules.problems import N_, Invalid, Problem
from webapp.storage.database import transaction
from webapp.storage.people import Person

# An approved set of OWASP ASVS 5.0, appendix C: 19 MiB, 2 passes, 1 lane; about 24 ms.
HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
NOBODY = HASHER.hash("nobody has this password")


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A person on a device that is signed in.

    key: the name their phone knows them by; rev: the state of their things; day_start: minutes
    after midnight; deferred_on: ISO date on which they said "Later", or None.
    """

    id: int
    key: str
    name: str
    email: str
    time_zone: str
    day_start: int
    deferred_on: str | None
    rev: int

    is_authenticated = True  # the three that Flask-Login asks for
    is_active = True
    is_anonymous = False


def sign_up(new: NewPerson) -> int:
    """Store a new person and return their id; Invalid when the address is taken."""
    try:
        with transaction():
            person = Person.create(
                key=secrets.token_hex(16),
                name=new.name,
                email=new.email,
                password_hash=HASHER.hash(new.password),
                time_zone=new.time_zone,
            )
    except IntegrityError:
        raise Invalid(
            Problem("email", N_("There is an account with this address; sign in instead."))
        ) from None
    identity: int = person.id
    return identity


def person_with(email: object, password: object) -> int:
    """The id of the person with this address and password, or Invalid.

    A wrong password and an unknown address take the same work and get the same answer.
    """
    person = Person.get_or_none(Person.email == folded_email(email))
    stored = person.password_hash if person else NOBODY
    if not _matches(stored, password) or person is None:
        raise Invalid(Problem("password", N_("E-mail or password is not right; try again.")))
    if HASHER.check_needs_rehash(stored):
        _renew_hash(person, str(password))
    identity: int = person.id
    return identity


def set_day_start(person: SignedIn, minutes: int) -> None:
    """From now on the person's days start this many minutes after midnight (R6)."""
    with transaction():
        Person.update(day_start=minutes, rev=Person.rev + 1).where(Person.id == person.id).execute()


def _matches(stored: str, password: object) -> bool:
    try:
        return isinstance(password, str) and HASHER.verify(stored, password)
    except (VerificationError, UnicodeEncodeError):
        return False


def _renew_hash(person: Person, password: str) -> None:
    with transaction():
        person.password_hash = HASHER.hash(password)
        person.save(only=[Person.password_hash])
