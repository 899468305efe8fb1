"""Whether reminders can arrive the way that a person chose, and what is missing if not."""

from enum import StrEnum

from webapp.domain.account.mail_service import mail_service
from webapp.domain.account.outgoing_mail import can_mail
from webapp.domain.account.people import SignedIn
from webapp.domain.account.sessions import live_since
from webapp.domain.reminders.push_setup import PushSetup, push_setup
from webapp.rules.reminders.kinds import Way
from webapp.storage.reminders.devices import devices_of


class Lack(StrEnum):
    """What keeps reminders from arriving."""

    NO_PUSH = "no_push"  # the server does not send to phones
    NO_PHONE = "no_phone"  # none of the person's is switched on
    NO_MAIL = "no_mail"  # the server sends no mail
    NO_ADDRESS = "no_address"  # the person's is not confirmed, or refuses mails


def can_send(way: Way) -> bool:
    """Return whether this server sends reminders that way, as its operator set it up."""
    if way is Way.PUSH:
        return isinstance(push_setup(), PushSetup)
    return way is Way.NONE or mail_service() is not None


def lack_of(person: SignedIn, way: Way, now: int) -> Lack | None:
    """Return what is missing so that reminders reach a person that way; None: they do; now: ms."""
    if way is Way.PUSH:
        if not can_send(way):
            return Lack.NO_PUSH
        return None if devices_of(person.id, live_since(now)) else Lack.NO_PHONE
    if way is Way.MAIL:
        if not can_send(way):
            return Lack.NO_MAIL
        return None if can_mail(person.id) else Lack.NO_ADDRESS
    return None
