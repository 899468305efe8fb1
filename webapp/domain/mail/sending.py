"""Sending the mails that are stored: each at least once, outside of any transaction."""

import logging
import time

from webapp.domain.account.mail_service import MailService, mail_service
from webapp.domain.account.outgoing_mail import receives_mail
from webapp.domain.account.people import person_with
from webapp.domain.account.resets_by_mail import answer_reset_requests
from webapp.domain.mail.bounces import note_answer
from webapp.domain.mail.digests import plan_digests
from webapp.domain.mail.letter import Writing, as_mail
from webapp.domain.mail.letters import letter_of
from webapp.gateways.mail.mails import Answer, Mail, Outcome
from webapp.rules.account.mails import KEPT, MailKind, MailState, next_try
from webapp.rules.shared.moments import MINUTE
from webapp.storage.account.mail_addresses import MailAddress, address_of
from webapp.storage.account.mails import (
    OutgoingMail,
    change_mail,
    delete_mails_before,
    due_mail,
    has_due_mail,
)
from webapp.storage.account.owners import raise_rev
from webapp.storage.engine.database import connection, transaction

logger = logging.getLogger(__name__)

LEASE = MINUTE  # ms; a mail takes seconds, so who has it for longer is dead
PATIENCE = 30.0  # seconds of one call
NOTHING = Answer(Outcome.LATER)  # of a mail that is not sent


def send_due_mail(now: int, most: int = 200) -> int:
    """Send the mails that are due at `now` (ms), at most so many, and return how many were taken.

    Before that it answers requests for links and plans digests. It goes on until nothing is due, or
    the mail server is away. Without a connection and a transaction of its caller's: it waits for
    another server.
    """
    service = mail_service()
    if service is None:
        return 0
    began, taken = time.monotonic(), 0
    with connection():
        answer_reset_requests(service, now)
        plan_digests(now)
    for _ in range(most):
        elapsed = time.monotonic() - began
        if elapsed > PATIENCE:  # a slow server: what else the jobs do is due as well
            break
        answer = _send_next(service, now + round(elapsed * 1000))
        if answer is None:
            break
        if answer.how is Outcome.AWAY:  # the others would meet the same
            logger.warning("mail server away", extra={"fields": {"code": answer.code}})
            break
        taken += answer.how is Outcome.TAKEN
    if taken:
        with connection(), transaction():
            delete_mails_before(now - KEPT)
    return taken


def _send_next(service: MailService, now: int) -> Answer | None:
    """Send the mail that is due first and return what was answered, None if none is due."""
    with connection():
        taken_up = _take_up(now)
        mail = _written(service, taken_up, now) if taken_up else None
        if taken_up and mail is None:
            _store(taken_up, state=MailState.SKIPPED, lease=None)
    if taken_up is None:
        return None
    if mail is None:
        return NOTHING
    answer = service.mailer.send(mail)
    with connection():
        _note(taken_up, answer, now)
    return answer


def _take_up(now: int) -> OutgoingMail | None:
    if not has_due_mail(now):  # without the lock of writers
        return None
    with transaction():
        mail = due_mail(now)
        if mail is None:
            return None
        late = mail.until < now
        change_mail(mail, tries=mail.tries + 1, lease=now + LEASE)
        mail.tries += 1
        if not late:
            return mail
        change_mail(mail, state=MailState.GIVEN_UP, lease=None)
        raise_rev(mail.person_id)
    return _take_up(now)


def _written(service: MailService, stored: OutgoingMail, now: int) -> Mail | None:
    """Return the mail as it goes out, None if there is nothing to send any more."""
    person, known = person_with(stored.person_id), address_of(stored.person_id)
    if person is None or not _may_go(stored, known):
        return None
    language = person.language or stored.language or (known.language if known else "")
    writing = Writing(person, service, language or "en")
    letter = letter_of(stored, writing, now)
    return as_mail(letter, writing, _message_id(service, stored), stored.made) if letter else None


def _may_go(stored: OutgoingMail, known: MailAddress | None) -> bool:
    if stored.kind == MailKind.CONFIRM:
        return known is None or not receives_mail(known)
    return receives_mail(known)


def _message_id(service: MailService, stored: OutgoingMail) -> str:
    return service.keys.hash(f"message id\n{stored.person_id}\n{stored.tag}")[:32]


def _note(mail: OutgoingMail, answer: Answer, now: int) -> None:
    with transaction():
        raise_rev(mail.person_id)  # first: it locks their row
        if not change_mail(mail, **_becomes(mail, answer, now), code=answer.code, lease=None):
            return  # it took longer than the lease, and another one sent it again
        note_answer(mail.person_id, answer, now)


def _becomes(mail: OutgoingMail, answer: Answer, now: int) -> dict[str, object]:
    if answer.how is Outcome.TAKEN:
        return {"state": MailState.SENT, "sent": now}
    if answer.how is Outcome.REFUSED:
        return {"state": MailState.GIVEN_UP}
    return {"due": next_try(now, mail.tries)}


def _store(mail: OutgoingMail, **columns: object) -> None:
    with transaction():
        change_mail(mail, **columns)
