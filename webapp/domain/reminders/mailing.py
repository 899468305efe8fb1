"""Reminders by mail: each handed over at once, since the table of prompts is what stores it."""

from webapp.domain.account.mail_service import MailService, mail_service
from webapp.domain.account.outgoing_mail import receives_mail
from webapp.domain.account.people import person_with
from webapp.domain.mail.bounces import note_answer
from webapp.domain.mail.letter import Letter, Writing, as_mail
from webapp.gateways.mail.mails import Answer, Mail, Outcome
from webapp.rules.account.mails import Wanted
from webapp.rules.reminders.messages import Delivery, Message, Sent
from webapp.rules.shared.ids import PersonId
from webapp.rules.shared.moments import MINUTE
from webapp.storage.account.mail_addresses import address_of
from webapp.storage.account.owners import raise_rev
from webapp.storage.engine.database import connection, transaction

AGAIN = 5 * MINUTE  # ms after which a mail that was not taken is tried again


def mail_reminder(person: PersonId, message: Message, now: int) -> Sent:
    """Send a reminder to a person's address at `now` (ms), if they have confirmed it.

    Without a connection of the caller's, since it waits for another server, seconds at most. What
    is sent twice has the same Message-ID, made of the tag. NOWHERE: no mail goes to the person, or
    a server refused it for good, which counts against the address.
    """
    service = mail_service()
    if service is None:
        return Sent(Delivery.NOWHERE)
    with connection():
        mail = _written(service, person, message, now)
    if mail is None:
        return Sent(Delivery.NOWHERE)
    answer = service.mailer.send(mail)
    with connection():
        _note(person, answer, now)
    return _sent(answer, now)


def _written(service: MailService, number: PersonId, message: Message, now: int) -> Mail | None:
    person = person_with(number)
    if person is None or not receives_mail(address_of(number)):
        return None
    writing = Writing(person, service, message.language)
    parts = (message.text, writing.link(message.address))
    letter = Letter(message.title, parts, Wanted.REMINDERS)
    return as_mail(letter, writing, message.tag, now)


def _note(person: PersonId, answer: Answer, now: int) -> None:
    if answer.how in (Outcome.TAKEN, Outcome.REFUSED):
        with transaction():
            if note_answer(person, answer, now):
                raise_rev(person)


def _sent(answer: Answer, now: int) -> Sent:
    if answer.how is Outcome.TAKEN:
        return Sent(Delivery.TAKEN)
    if answer.how is Outcome.REFUSED:
        return Sent(Delivery.NOWHERE)
    return Sent(Delivery.LATER, now + AGAIN)
