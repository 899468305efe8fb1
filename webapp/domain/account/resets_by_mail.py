"""Asking for a link to choose a new password, by mail.

The answer must not tell who has an account. So asking only stores what was typed; whose it is, and
whether anything is sent, is found out later, when no answer waits for it.
"""

from webapp.domain.account import rate_limits
from webapp.domain.account.confirmation_mails import PER_ADDRESS, PER_PLACE
from webapp.domain.account.mail_service import MailService, mail_service
from webapp.domain.account.one_time_links import (
    RESET_LIFE,
    LinkKind,
    person_at,
    store_mailed_link,
)
from webapp.domain.account.outgoing_mail import can_mail, link_token, store_mail, waits
from webapp.domain.account.rate_limits import Visit
from webapp.rules.account.mails import MailKind
from webapp.rules.account.people import checked_email
from webapp.rules.shared.ids import id_of_person
from webapp.rules.shared.moments import DAY
from webapp.rules.shared.problems import Conflict, Invalid, NotFound, Problem
from webapp.rules.shared.rate_limits import TooMany, network_of
from webapp.storage.account.reset_requests import (
    ResetRequest,
    add_reset_request,
    has_reset_requests,
    take_reset_request,
)
from webapp.storage.engine.database import transaction

OF_USE = DAY // 24  # ms; who asked an hour ago has asked again by now


def ask_for_reset(email: object, language: str, visit: Visit) -> None:
    """Let a link be sent to this address, if somebody has it and has confirmed it.

    Invalid: it is no address. TooMany: too many from this place. Conflict: this server sends no
    mail. One address gets a few a day at most: those above are dropped, and the answer is the same.
    """
    if mail_service() is None:
        raise Conflict
    problems: list[Problem] = []
    address = checked_email("email", email, problems)
    if problems:
        raise Invalid(*problems)
    rate_limits.take(visit, PER_PLACE, "reset from", network_of(visit.address))
    if _may_be_sent(address, visit):
        with transaction():
            add_reset_request(address, language, visit.now)


def answer_reset_requests(service: MailService, now: int) -> None:
    """Store a mail for each request whose address somebody has confirmed; now: ms."""
    while has_reset_requests() and _answer_one(service, now):
        pass


def _may_be_sent(address: str, visit: Visit) -> bool:
    try:
        rate_limits.take(visit, PER_ADDRESS, "reset to", address)
    except TooMany:
        return False
    return True


def _answer_one(service: MailService, now: int) -> bool:
    with transaction():
        request = take_reset_request()
        if request is not None and request.at > now - OF_USE:
            _store_link(request, service, now)
    return request is not None


def _store_link(request: ResetRequest, service: MailService, now: int) -> None:
    try:
        person = id_of_person(person_at(request.address).id)
    except NotFound:
        return
    if not can_mail(person) or waits(person, MailKind.RESET):
        return
    tag = f"reset-{request.id}"
    token = link_token(service.keys, person, tag)
    # Earlier ones stay valid: else whoever asks again and again would end a link that was sent.
    store_mailed_link(LinkKind.RESET, person, token, now + RESET_LIFE, service.keys, now)
    store_mail(person, MailKind.RESET, tag, now, language=request.language)
