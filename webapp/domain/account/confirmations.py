"""Confirming that a person reads what is sent to their address."""

from dataclasses import dataclass

from webapp.domain.account import one_time_links
from webapp.domain.account.confirmation_mails import store_confirmation, take_confirmation
from webapp.domain.account.mail_service import mail_service
from webapp.domain.account.one_time_links import LinkKind
from webapp.domain.account.people import SignedIn
from webapp.domain.account.rate_limits import Visit
from webapp.rules.account.addresses import deliverable
from webapp.rules.account.mails import MailKind
from webapp.rules.shared.ids import id_of_person
from webapp.rules.shared.problems import Conflict
from webapp.storage.account.mail_addresses import address_of, set_address
from webapp.storage.account.mails import newest_mail, skip_mails
from webapp.storage.account.one_time_links import delete_one_time_links
from webapp.storage.account.owners import raise_rev
from webapp.storage.engine.database import transaction


@dataclass(frozen=True, slots=True)
class AddressState:
    """What a person can know of their address.

    is_deliverable: mail servers take such an address. was_asked: they put the question off.
    is_paused: it was refused too often in a row; code: the last answer, as "550 5.1.1".
    mail: what became of the newest mail with a link, "" if there was none; mail_code: what was
    answered to it; at: ms when it was sent.
    """

    is_deliverable: bool
    is_confirmed: bool
    is_paused: bool
    was_asked: bool
    code: str
    mail: str
    mail_code: str
    at: int | None

    @property
    def is_unasked(self) -> bool:
        """Return whether nobody has asked the person yet whether the address is right."""
        answered = self.is_confirmed or self.was_asked or self.is_paused
        return self.is_deliverable and not answered and not self.mail

    @property
    def gets_mail(self) -> bool:
        """Return whether mails go to it."""
        return self.is_confirmed and not self.is_paused


def state_of_address(person: SignedIn) -> AddressState:
    """Return what is known of a person's address."""
    known = address_of(person.id)
    mail = newest_mail(person.id, MailKind.CONFIRM)
    return AddressState(
        is_deliverable=bool(deliverable(person.email)),
        is_confirmed=known is not None and known.confirmed is not None,
        is_paused=known is not None and known.paused is not None,
        was_asked=known is not None and known.asked is not None,
        code=known.code if known else "",
        mail=mail.state if mail else "",
        mail_code=mail.code if mail else "",
        at=mail.sent if mail else None,
    )


def ask_to_confirm(person: SignedIn, language: str, visit: Visit) -> None:
    """Send the person a link by which they confirm their address.

    language: that of the page. TooMany. Conflict: this server sends no mail, or none to it.
    """
    if mail_service() is None or not deliverable(person.email):
        raise Conflict
    take_confirmation(person.email, visit)
    with transaction():
        raise_rev(person.id)
        store_confirmation(person.id, language, visit)


def put_off(person: SignedIn, now: int) -> None:
    """Do not ask the person again whether their address is right."""
    with transaction():
        raise_rev(person.id)
        set_address(person.id, asked=now)


def address_to_confirm(token: str, visit: Visit) -> str:
    """Return the address that a link confirms, or raise NotFound; the link stays valid."""
    return one_time_links.person_of(LinkKind.CONFIRM, token, visit.keys, visit.now).email


def confirm_address(token: str, visit: Visit) -> str:
    """Let mails go to the address that a link was sent to, and return it; NotFound."""
    found = one_time_links.person_of(LinkKind.CONFIRM, token, visit.keys, visit.now)
    person = id_of_person(found.id)
    with transaction():
        raise_rev(person)  # first: it locks their row, as a change of the address does
        one_time_links.redeem(LinkKind.CONFIRM, token, visit.keys, visit.now)
        set_address(person, confirmed=visit.now, refused=0, code="", paused=None)
        skip_mails(person, MailKind.CONFIRM)
        delete_one_time_links(LinkKind.CONFIRM, person)
    return found.email
