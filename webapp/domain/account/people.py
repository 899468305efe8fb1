"""Becoming a person of this app, and who a signed-in person is."""

import secrets
from dataclasses import dataclass

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from peewee import IntegrityError

from webapp.domain.account.limits import ONE_ACCOUNT, ONE_PLACE, Visit, slow_down, slow_down_at
from webapp.domain.account.links import Kind, spend, stands
from webapp.rules.account.people import NewPerson, SignUp, checked_email, folded_email
from webapp.rules.shared.limits import network_of
from webapp.rules.shared.problems import N_, Invalid, Problem
from webapp.storage.account.people import Person, add_person, raise_rev
from webapp.storage.engine.database import transaction

# An approved set of OWASP ASVS 5.0, appendix C: 19 MiB, 2 passes, 1 lane; about 24 ms.
HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
# Of 32 random bytes that nobody kept; written down, since making one costs each start 30 ms.
NOBODY = (
    "$argon2id$v=19$m=19456,t=2,p=1"
    "$xXGyM7UCDsyp9ABaohSFDQ$mU+yYWBFeX9gn4accG+8ONkslvp9dVKIqZgVD+RC/Ug"
)

TAKEN = Problem("email", N_("There is an account with this address; sign in instead."))
IN_USE = Problem("email", N_("There is another account with this address; choose another one."))
UNINVITED = Problem(
    "invitation", N_("To sign up here you need an invitation. Ask whoever runs this server.")
)
SHUT = Problem("invitation", N_("Nobody can sign up here now. Ask whoever runs this server."))
SPENT = Problem(
    "invitation",
    N_("This invitation was used, or is too old. Ask whoever runs this server for a new one."),
)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A person on a device that is signed in.

    key: the name their phone knows them by; rev: the state of their things; day_start: minutes
    after midnight; deferred_on: ISO date on which they said "Later", or None; the others as in
    storage/account/people.py. owner: what their goals and objectives are stored under.
    """

    id: int
    key: str
    name: str
    email: str
    time_zone: str
    day_start: int
    deferred_on: str | None
    rev: int
    language: str
    theme: str
    fixed_zone: str
    workdays: int
    checkin_days: int
    areas: str
    visibility: str
    goal_limit: int
    welcomed: int | None
    owner: int

    is_authenticated = True  # the three that Flask-Login asks for
    is_active = True
    is_anonymous = False


def join(new: NewPerson, door: SignUp, invitation: str, visit: Visit) -> int:
    """Sign a new person up if the door is open to them, and return their id.

    Invalid: it is not, the invitation is no longer good, or the address is taken; TooMany.
    """
    slow_down(visit, ONE_PLACE, "sign up", network_of(visit.address))
    if refused := refusal(door, invitation, visit):
        raise Invalid(refused)
    hashed = HASHER.hash(new.password)
    with transaction():
        if door is SignUp.INVITATION:
            spend(Kind.INVITATION, invitation, visit.secret, visit.now)
        return _store(new, hashed)


def refusal(door: SignUp, invitation: str, visit: Visit) -> Problem | None:
    """Why nobody can sign up with this invitation ("": without one), or None when one can."""
    if door is SignUp.OPEN:
        return None
    if door is SignUp.CLOSED:
        return SHUT
    if not invitation:
        return UNINVITED
    stand = stands(Kind.INVITATION, invitation, visit.secret, visit.now)
    return None if stand else SPENT


def sign_up(new: NewPerson) -> int:
    """Store a new person, whatever the door, and return their id; Invalid as in `join`."""
    return _store(new, HASHER.hash(new.password))


def admit(email: object, password: object, visit: Visit) -> int:
    """The id of the person with this address and password, or Invalid; TooMany.

    What is counted is what was typed, so that an unknown address is answered as a known one.
    """
    slow_down_at(visit, "sign in", folded_email(email))
    return person_with(email, password)


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


def change_email(person: SignedIn, email: object, password: object, visit: Visit) -> None:
    """From now on the person signs in with this address.

    Invalid: it is none or is taken, or the password is wrong; TooMany: too many guesses at that.
    """
    problems: list[Problem] = []
    address = checked_email("email", email, problems)
    confirm(person, "password", password, visit, problems)
    if problems:
        raise Invalid(*problems)
    _move(person, address)


def confirm(
    person: SignedIn, field: str, password: object, visit: Visit, problems: list[Problem]
) -> None:
    """Ask whether it is really them: a wrong password is added to `problems`; TooMany."""
    slow_down(visit, ONE_ACCOUNT, "confirm", str(person.id), visit.token)
    stored = Person.get_by_id(person.id).password_hash
    if not _matches(stored, password):
        problems.append(Problem(field, N_("This is not your password; try again.")))


def set_language(person: SignedIn, language: str) -> None:
    """From now on the person's pages are in this language ("": as each phone asks for)."""
    if language != person.language:
        with transaction():
            raise_rev(person.id, language=language)


def welcome_done(person: SignedIn, now: int) -> None:
    """The person has seen or skipped the first steps at `now` (ms): they are not shown again."""
    if person.welcomed is None:
        with transaction():
            raise_rev(person.id, welcomed=now)


def _store(new: NewPerson, hashed: str) -> int:
    try:
        with transaction():
            person = add_person(
                key=secrets.token_hex(16),
                name=new.name,
                email=new.email,
                password_hash=hashed,
                time_zone=new.time_zone,
            )
    except IntegrityError:
        raise Invalid(TAKEN) from None
    identity: int = person.id
    return identity


def _move(person: SignedIn, email: str) -> None:
    try:
        with transaction():
            raise_rev(person.id, email=email)
    except IntegrityError:
        raise Invalid(IN_USE) from None


def _matches(stored: str, password: object) -> bool:
    try:
        return isinstance(password, str) and HASHER.verify(stored, password)
    except (VerificationError, UnicodeEncodeError):
        return False


def _renew_hash(person: Person, password: str) -> None:
    with transaction():
        person.password_hash = HASHER.hash(password)
        person.save(only=[Person.password_hash])
