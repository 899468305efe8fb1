"""The mails that ask people to confirm their address: how many, and storing one."""

from webapp.domain.account import rate_limits
from webapp.domain.account.mail_service import mail_service
from webapp.domain.account.one_time_links import LinkKind, store_mailed_link
from webapp.domain.account.outgoing_mail import link_token, store_mail, waits
from webapp.domain.account.rate_limits import Visit
from webapp.rules.account.addresses import deliverable
from webapp.rules.account.mails import CONFIRM_LIFE, MailKind
from webapp.rules.shared.ids import PersonId
from webapp.rules.shared.moments import DAY
from webapp.rules.shared.rate_limits import Limit, TooMany, network_of
from webapp.storage.account.mail_addresses import set_address
from webapp.storage.account.mails import skip_mails
from webapp.storage.account.one_time_links import delete_one_time_links

# Whoever signs up says an address, which may be anybody's.
PER_ADDRESS = Limit(3, DAY)
PER_PLACE = Limit(20, DAY // 24)


def take_confirmation(email: str, visit: Visit) -> None:
    """Count a mail to this address, which this visit asks for; TooMany."""
    rate_limits.take(visit, PER_PLACE, "mail from", network_of(visit.address))
    rate_limits.take(visit, PER_ADDRESS, "mail to", email)


def may_confirm(email: str, visit: Visit) -> bool:
    """Return whether a mail may go to this address now, and count it; nobody asked for it."""
    if mail_service() is None or not deliverable(email):
        return False
    try:
        take_confirmation(email, visit)
    except TooMany:
        return False
    return True


def store_confirmation(person: PersonId, language: str, visit: Visit) -> None:
    """Store a mail with a link to confirm the person's address, unless one waits to be sent.

    Inside the transaction of what it is about. language: that of the page.
    """
    if waits(person, MailKind.CONFIRM):
        return
    tag, now = f"confirm-{visit.now}", visit.now
    token = link_token(visit.keys, person, tag)
    set_address(person, language=language)
    if store_mail(person, MailKind.CONFIRM, tag, now, language=language):
        store_mailed_link(LinkKind.CONFIRM, person, token, now + CONFIRM_LIFE, visit.keys, now)


def forget_address(person: PersonId) -> None:
    """Let nothing go to the person's address until it is confirmed; it is another one by now.

    What was sent to the address before may be read by somebody else: its links end.
    """
    unknown = {"confirmed": None, "asked": None, "refused": 0, "code": "", "paused": None}
    set_address(person, **unknown)
    skip_mails(person, *MailKind)
    for kind in (LinkKind.RESET, LinkKind.CONFIRM):
        delete_one_time_links(kind, person)
