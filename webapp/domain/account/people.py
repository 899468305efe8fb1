"""People: signing up, and what is known of a signed-in person."""

import secrets
from dataclasses import dataclass, fields

from peewee import IntegrityError

from webapp.domain.account import one_time_links, rate_limits
from webapp.domain.account.authentication import HASHER, confirm_password, matches
from webapp.domain.account.confirmation_mails import forget_address, may_confirm, store_confirmation
from webapp.domain.account.one_time_links import LinkKind
from webapp.domain.account.rate_limits import PER_NETWORK, Visit
from webapp.rules.account.people import NewPerson, SignUpMode, checked_email
from webapp.rules.rights.permissions import Role
from webapp.rules.shared.ids import OwnerId, PersonId, id_of_person
from webapp.rules.shared.problems import N_, Invalid, NotFound, Problem
from webapp.rules.shared.rate_limits import network_of
from webapp.rules.teams.invitations import owner_named_in
from webapp.storage.account.owners import raise_rev
from webapp.storage.account.people import Person, add_person
from webapp.storage.engine.database import transaction
from webapp.storage.outbox.form_receipts import claim_form, where_it_led
from webapp.storage.teams.invitations import invitation_at

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
    teams: int
    told: int
    organisations: int
    owner: OwnerId

    @property
    def actor(self) -> PersonId:
        """Who does what this person asks for: themself, for themself (acting.py beside this)."""
        return self.id

    @property
    def role(self) -> Role | None:
        """What they are to whose things they change."""
        return Role.OWNER if self.owner == self.id else None

    is_authenticated = True  # the three that Flask-Login asks for
    is_active = True
    is_anonymous = False


def key_of(person_id: PersonId) -> str:
    """Return the key of a person, by which their phone and their forms know them."""
    return str(Person.select(Person.key).where(Person.id == person_id).get().key)


def person_with(person_id: PersonId) -> SignedIn | None:
    """Return a person as they act for themself, None if the account is gone; for jobs."""
    row = Person.get_or_none(Person.id == person_id)
    if row is None:
        return None
    columns = {one.name: getattr(row, one.name) for one in fields(SignedIn) if one.name != "owner"}
    return SignedIn(**columns, owner=person_id)


def sign_up(
    new: NewPerson,
    mode: SignUpMode,
    link: str,
    visit: Visit,
    form_id: str = "",
    language: str = "",
) -> PersonId:
    """Store a new person if they may sign up, and return their id; link: the token, "" without.

    Where this server sends mail, they are asked to confirm their address, in this language.

    The same form (`form_id`) sent again, with their password, returns their id again.
    Invalid: they may not, the link is no longer valid, or the address is taken. TooMany.
    """
    rate_limits.take(visit, PER_NETWORK, "sign up", network_of(visit.address))
    if signed_up := _signed_up_by(new, form_id):
        return signed_up
    if refused := sign_up_refusal(mode, link, visit):
        raise Invalid(refused)
    hashed = HASHER.hash(new.password)
    uses_up = mode is SignUpMode.LINK and owner_named_in(link) is None
    try:
        person = _sign_up(new, hashed, link if uses_up else "", visit, form_id)
    except (Invalid, NotFound):
        # Of two at once the second may find link or address taken by the first.
        if signed_up := _signed_up_by(new, form_id):
            return signed_up
        raise
    _send_confirmation(person, new.email, language, visit)
    return person


def sign_up_refusal(mode: SignUpMode, link: str, visit: Visit) -> Problem | None:
    """Return why nobody can sign up with this link (its token, "" without), None if one can.

    An invitation into a team counts as one, as often as it is sent; to join it is another step.
    """
    if mode is SignUpMode.OPEN:
        return None
    if mode is SignUpMode.CLOSED:
        return CLOSED
    if not link:
        return LINK_NEEDED
    if team := owner_named_in(link):
        hashes = visit.keys.hashes(link, visit.now)
        return None if invitation_at(team, hashes, visit.now) else LINK_INVALID
    valid = one_time_links.is_valid(LinkKind.SIGN_UP, link, visit.keys, visit.now)
    return None if valid else LINK_INVALID


def create_person(new: NewPerson) -> PersonId:
    """Store a new person, whatever the sign-up mode, and return their id.

    Invalid: the address is taken.
    """
    return _store(new, HASHER.hash(new.password))


def change_email(
    person: SignedIn, email: object, password: object, visit: Visit, language: str = ""
) -> None:
    """Let the person sign in with this address from now on.

    No mail goes to it before they have confirmed it; they are asked to, in this language.

    Invalid: it is no address or is taken, or the password is wrong. TooMany: too many guesses at
    the password.
    """
    problems: list[Problem] = []
    address = checked_email("email", email, problems)
    confirm_password(person.id, "password", password, visit, problems)
    if problems:
        raise Invalid(*problems)
    _store_email(person, address)
    _send_confirmation(person.id, address, language, visit)


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
            one_time_links.redeem(LinkKind.SIGN_UP, link, visit.keys, visit.now)
        person = _store(new, hashed)
        if form_id:
            claim_form(person, form_id, visit.now)
        return person


def _send_confirmation(person: PersonId, email: str, language: str, visit: Visit) -> None:
    # After the account is stored: without room for another mail they can ask for it later.
    if may_confirm(email, visit):
        with transaction():
            store_confirmation(person, language, visit)


def _signed_up_by(new: NewPerson, form_id: str) -> PersonId | None:
    # The id alone is no proof: a person who holds the form must know the password, too.
    person = Person.get_or_none(Person.email == new.email) if form_id else None
    if person is None or where_it_led(id_of_person(person.id), form_id) is None:
        return None
    return id_of_person(person.id) if matches(person.password_hash, new.password) else None


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
    return id_of_person(person.id)


def _store_email(person: SignedIn, email: str) -> None:
    try:
        with transaction():
            raise_rev(person.id, email=email)
            forget_address(person.id)
    except IntegrityError:
        raise Invalid(IN_USE) from None
