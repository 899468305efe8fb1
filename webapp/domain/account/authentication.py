"""Checking passwords: signing in, and confirming that it is the person."""

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

from webapp.domain.account import rate_limits
from webapp.domain.account.rate_limits import PER_ACCOUNT, Visit
from webapp.rules.account.addresses import folded_email, stored_forms
from webapp.rules.account.people import password_forms
from webapp.rules.shared.ids import PersonId, id_of_person
from webapp.rules.shared.problems import N_, Invalid, Problem
from webapp.storage.account.people import Person
from webapp.storage.engine.database import transaction

# An approved set of OWASP ASVS 5.0, appendix C: 19 MiB, 2 passes, 1 lane; about 24 ms.
HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
# The hash of 32 random bytes that were not stored; a constant, since computing it takes 30 ms.
DUMMY_HASH = (
    "$argon2id$v=19$m=19456,t=2,p=1"
    "$xXGyM7UCDsyp9ABaohSFDQ$mU+yYWBFeX9gn4accG+8ONkslvp9dVKIqZgVD+RC/Ug"
)


def authenticate(email: object, password: object, visit: Visit) -> PersonId:
    """Return the id of the person with this address and password; Invalid, TooMany.

    The limit counts what was typed, so that an unknown address is answered like a known one.
    """
    found = _people_at(email)
    people = [id_of_person(person.id) for person in found if person]
    rate_limits.take_for_account(visit, "sign in", folded_email(email), people)
    return _with_password(found, password)


def person_with_password(email: object, password: object) -> PersonId:
    """Return the id of the person with this address and password, or raise Invalid.

    A wrong password and an unknown address cost the same work and get the same answer.
    """
    return _with_password(_people_at(email), password)


def confirm_password(
    person_id: PersonId, field: str, password: object, visit: Visit, problems: list[Problem]
) -> None:
    """Add to `problems` if this is not the person's password; TooMany."""
    rate_limits.take(visit, PER_ACCOUNT, "confirm", str(person_id), visit.token)
    stored = Person.get_by_id(person_id).password_hash
    if not matches(stored, password):
        problems.append(Problem(field, N_("This is not your password; try again.")))


def matches(stored: str, password: object) -> bool:
    """Return whether the hash `stored` was made of this password, typed in any form."""
    return isinstance(password, str) and any(
        _verifies(stored, form) for form in password_forms(password)
    )


def _people_at(email: object) -> list[Person | None]:
    return [Person.get_or_none(Person.email == form) for form in stored_forms(email)]


def _with_password(found: list[Person | None], password: object) -> PersonId:
    right = [_has_password(person, password) for person in found]
    person = next((person for person, is_right in zip(found, right, strict=True) if is_right), None)
    if person is None:
        raise Invalid(Problem("password", N_("E-mail or password is not right; try again.")))
    if HASHER.check_needs_rehash(person.password_hash):
        _rehash(person, str(password))
    return id_of_person(person.id)


def _has_password(person: Person | None, password: object) -> bool:
    # Without a person a hash is computed, too: the time of an answer tells nobody who has one.
    return matches(person.password_hash if person else DUMMY_HASH, password) and person is not None


def _verifies(stored: str, password: str) -> bool:
    try:
        return HASHER.verify(stored, password)
    except (VerificationError, UnicodeEncodeError):
        return False


def _rehash(person: Person, password: str) -> None:
    with transaction():
        person.password_hash = HASHER.hash(password_forms(password)[0])
        person.save(only=[Person.password_hash])
