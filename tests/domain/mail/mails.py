"""What people do with mails, for tests."""

import re

from tests.support.make import NOON, Someone, visit
from webapp.domain.account.confirmations import ask_to_confirm, confirm_address
from webapp.domain.mail.sending import send_due_mail
from webapp.gateways.mail.memory import MemoryMailer

LINK = re.compile(r"https://wins\.example\.org(/\S+)")


def link_in(mailer: MemoryMailer) -> str:
    """Return the path of the first link of the newest mail."""
    found = LINK.search(mailer.sent[-1].text)
    assert found
    return found[1]


def token_in(mailer: MemoryMailer) -> str:
    """Return the token in it."""
    return link_in(mailer).rpartition("/")[2]


def confirmed(person: Someone, mailer: MemoryMailer, now: int = NOON) -> Someone:
    """Return the person with an address that is confirmed; nothing is left of the mail."""
    ask_to_confirm(person.me, "en", visit(now=now))
    assert send_due_mail(now) == 1
    confirm_address(token_in(mailer), visit(now=now))
    mailer.sent.clear()
    return person
