"""People: signing up, checking a password, and what is known of a signed-in person."""

import secrets
from dataclasses import dataclass

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from peewee import IntegrityError

from webapp.domain.account import one_time_links, rate_limits
from webapp.domain.account.one_time_links import LinkKind
from webapp.domain.account.rate_limits import PER_ACCOUNT, PER_NETWORK, Visit
from webapp.rules.account.addresses import folded_email, stored_forms
from webapp.rules.account.people import NewPerson, SignUpMode, checked_email, password_forms
from webapp.rules.shared.ids import OwnerId, PersonId
from webapp.rules.shared.problems import N_, Invalid, NotFound, Problem
from webapp.rules.shared.rate_limits import network_of
from webapp.storage.account.people import Person, add_person, raise_rev
from webapp.storage.engine.database import transaction
from webapp.storage.outbox.form_receipts import claim_form, where_it_led

# An approved set of OWASP ASVS 5.0, appendix C: 19 MiB, 2 passes, 1 lane; about 24 ms.
HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
# The hash of 32 random bytes that were not stored; a constant, since computing it takes 30 ms.
DUMMY_HASH = (
    "$argon2id$v=19$m=19456,t=2,p=1"
    "$xXGyM7UCDsyp9ABaohSFDQ$mU+yYWBFeX9gn4accG+8ONkslvp9dVKIqZgVD+RC/Ug"
)

TAKEN = Problem("email", N_("There is an account with this address; sign in instead."))
IN_USE = Problem("email", N_("There is another account with this address; choose another one."))
LINK_NEEDED = Problem(
    "link", N_("To sign up here you need a sign-up link. Ask whoever runs this server for one.")
)
CLOSED = Problem("link", N_("Nobody can sign up here now. Ask whoever runs this server."))
LINK_INVALID = Problem(
    "link",
    N_("This sign-up link was used, or is too old. Ask whoever runs this server for a new one."),
)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A person on a device that is signed in.

    key: the name their phone knows them by. rev: the state of their things. day_start: minutes
    after midnight. deferred_on: ISO date on which they answered "Later", or None. owner: what their
    goals and objectives are stored under. The others: as in storage/account/people.py.
    """

    id: PersonId
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
    stored: int
    owner: OwnerId

    is_authenticated = True  # the three that Flask-Login asks for
    is_active = True
    is_anonymous = False


def sign_up(
    new: NewPerson, mode: SignUpMode, link: str, visit: Visit, form_id: str = ""
) -> PersonId:
    """Store a new person if they may sign up, and return their id; link: the token, "" without.

    The same form (`form_id`) sent again, with their password, returns their id again.
    Invalid: they may not, the link is no longer valid, or the address is taken. TooMany.
    """
    rate_limits.take(visit, PER_NETWORK, "sign up", network_of(visit.address))
    if signed_up := _signed_up_by(new, form_id):
        return signed_up
    if refused := sign_up_refusal(mode, link, visit):
        raise Invalid(refused)
    hashed = HASHER.hash(new.password)
    try:
        return _sign_up(new, hashed, link if mode is SignUpMode.LINK else "", visit, form_id)
    except (Invalid, NotFound):
        # Of two at once the second may find link or address taken by the first.
        if signed_up := _signed_up_by(new, form_id):
            return signed_up
        raise


def sign_up_refusal(mode: SignUpMode, link: str, visit: Visit) -> Problem | None:
    """Return why nobody can sign up with this link (its token, "" without), None if one can."""
    if mode is SignUpMode.OPEN:
        return None
    if mode is SignUpMode.CLOSED:
        return CLOSED
    if not link:
        return LINK_NEEDED
    valid = one_time_links.is_valid(LinkKind.SIGN_UP, link, visit.secret, visit.now)
    return None if valid else LINK_INVALID


def create_person(new: NewPerson) -> PersonId:
    """Store a new person, whatever the sign-up mode, and return their id.

    Invalid: the address is taken.
    """
    return _store(new, HASHER.hash(new.password))


def authenticate(email: object, password: object, visit: Visit) -> PersonId:
    """Return the id of the person with this address and password; Invalid, TooMany.

    The limit counts what was typed, so that an unknown address is answered like a known one.
    """
    found = _people_at(email)
    people = [PersonId(person.id) for person in found if person]
    rate_limits.take_for_account(visit, "sign in", folded_email(email), people)
    return _with_password(found, password)


def person_with_password(email: object, password: object) -> PersonId:
    """Return the id of the person with this address and password, or raise Invalid.

    A wrong password and an unknown address cost the same work and get the same answer.
    """
    return _with_password(_people_at(email), password)


def _people_at(email: object) -> list[Person | None]:
    return [Person.get_or_none(Person.email == form) for form in stored_forms(email)]


def _with_password(found: list[Person | None], password: object) -> PersonId:
    right = [_has_password(person, password) for person in found]
    person = next((person for person, is_right in zip(found, right, strict=True) if is_right), None)
    if person is None:
        raise Invalid(Problem("password", N_("E-mail or password is not right; try again.")))
    if HASHER.check_needs_rehash(person.password_hash):
        _rehash(person, str(password))
    return PersonId(person.id)


def change_email(person: SignedIn, email: object, password: object, visit: Visit) -> None:
    """Let the person sign in with this address from now on.

    Invalid: it is no address or is taken, or the password is wrong. TooMany: too many guesses at
    the password.
    """
    problems: list[Problem] = []
    address = checked_email("email", email, problems)
    confirm_password(person, "password", password, visit, problems)
    if problems:
        raise Invalid(*problems)
    _store_email(person, address)


def confirm_password(
    person: SignedIn, field: str, password: object, visit: Visit, problems: list[Problem]
) -> None:
    """Add to `problems` if this is not the person's password; TooMany."""
    rate_limits.take(visit, PER_ACCOUNT, "confirm", str(person.id), visit.token)
    stored = Person.get_by_id(person.id).password_hash
    if not _matches(stored, password):
        problems.append(Problem(field, N_("This is not your password; try again.")))


def set_language(person: SignedIn, language: str) -> None:
    """Show the person's pages in this language from now on ("": as each phone asks for)."""
    if language != person.language:
        with transaction():
            raise_rev(person.id, language=language)


def finish_welcome(person: SignedIn, now: int) -> None:
    """Store that the person has seen or skipped the first steps at `now` (ms)."""
    if person.welcomed is None:
        with transaction():
            raise_rev(person.id, welcomed=now)


def _sign_up(new: NewPerson, hashed: str, link: str, visit: Visit, form_id: str) -> PersonId:
    with transaction():
        if link:
            one_time_links.redeem(LinkKind.SIGN_UP, link, visit.secret, visit.now)
        person = _store(new, hashed)
        if form_id:
            claim_form(person, form_id, visit.now)
        return person


def _signed_up_by(new: NewPerson, form_id: str) -> PersonId | None:
    # The id alone is no proof: a person who holds the form must know the password, too.
    person = Person.get_or_none(Person.email == new.email) if form_id else None
    if person is None or where_it_led(PersonId(person.id), form_id) is None:
        return None
    return PersonId(person.id) if _matches(person.password_hash, new.password) else None


def _store(new: NewPerson, hashed: str) -> PersonId:
    try:
        with transaction():
            person = add_person(
                key=secrets.token_hex(16),
                name=new.name,
                email=new.email,
                password_hash=hashed,
                workdays=new.week.workdays,
                checkin_days=new.week.checkin_days,
                time_zone=new.time_zone,
            )
    except IntegrityError:
        raise Invalid(TAKEN) from None
    return PersonId(person.id)


def _store_email(person: SignedIn, email: str) -> None:
    try:
        with transaction():
            raise_rev(person.id, email=email)
    except IntegrityError:
        raise Invalid(IN_USE) from None


def _has_password(person: Person | None, password: object) -> bool:
    # Without a person a hash is computed, too: the time of an answer tells nobody who has one.
    return _matches(person.password_hash if person else DUMMY_HASH, password) and person is not None


def _matches(stored: str, password: object) -> bool:
    return isinstance(password, str) and any(
        _verifies(stored, form) for form in password_forms(password)
    )


def _verifies(stored: str, password: str) -> bool:
    try:
        return HASHER.verify(stored, password)
    except (VerificationError, UnicodeEncodeError):
        return False


def _rehash(person: Person, password: str) -> None:
    with transaction():
        person.password_hash = HASHER.hash(password_forms(password)[0])
        person.save(only=[Person.password_hash])
