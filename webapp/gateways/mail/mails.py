"""What is handed to a mail server, and what it can answer."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime
from email.headerregistry import Address, BaseHeader, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8, Policy
from email.utils import format_datetime
from enum import StrEnum
from typing import Protocol

from webapp.rules.account.addresses import deliverable
from webapp.rules.account.mail_servers import Sender

CODE = re.compile(rb"[245]\.\d{1,3}\.\d{1,3}\b")  # RFC 3463


class _OnOneLine(UnstructuredHeader, BaseHeader):
    """A line of the head as it is.

    Python folds a long address by encoding parts of it (RFC 2047), which no mail app reads there.
    """

    def fold(self, *, policy: Policy) -> str:
        """Return it with its name and the end of the line."""
        text = str(self)
        return (
            f"{self.name}: {text}{policy.linesep}"
            if text.isascii()
            else super().fold(policy=policy)
        )


_HEADERS = HeaderRegistry()
_HEADERS.map_to_type("list-unsubscribe", _OnOneLine)


class Outcome(StrEnum):
    """What became of a mail.

    AWAY: the server is not there, or does not let us in: other mails would meet the same. LATER:
    this mail is not taken now. REFUSED: it never will be.
    """

    TAKEN = "taken"
    AWAY = "away"
    LATER = "later"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a mail server answered. code: as "550 5.1.1", "" if it said nothing.

    is_bounce: the address is refused, and not who sends or what was sent.
    """

    how: Outcome
    code: str = ""
    is_bounce: bool = False


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail to one address, plain text.

    message_id: without <>; the same for what is sent twice. at: ms. unsubscribe: the address at
    which a POST ends mails of this kind, "" for none.
    """

    recipient: str
    subject: str
    text: str
    message_id: str
    language: str
    at: int
    unsubscribe: str = ""


class Mailer(Protocol):
    """What hands mails over, at once; it raises nothing."""

    def send(self, mail: Mail) -> Answer:
        """Hand a mail over and return what became of it, within seconds."""


def as_message(mail: Mail, sender: Sender) -> EmailMessage:
    """Return the mail as RFC 5322 writes it; its recipient is one that `deliverable` took."""
    policy = SMTP if mail.recipient.isascii() else SMTPUTF8
    message = EmailMessage(policy=policy.clone(header_factory=_HEADERS))
    message["From"] = Address(sender.name, addr_spec=sender.address)
    name, _, domain = deliverable(mail.recipient).rpartition("@")
    message["To"] = Address(username=name, domain=domain)  # its addr_spec takes ASCII alone
    message["Subject"] = _one_line(mail.subject)
    message["Date"] = format_datetime(datetime.fromtimestamp(mail.at / 1000, UTC))
    message["Message-ID"] = f"<{mail.message_id}@{sender.domain}>"
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no answering machine answers
    if mail.unsubscribe:  # RFC 2369, RFC 8058
        message["List-Unsubscribe"] = f"<{mail.unsubscribe}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message.set_content(mail.text, charset="utf-8")
    message["Content-Language"] = mail.language  # now: setting the content drops what is about it
    return message


def answer_to(code: int, says: bytes) -> Answer:
    """Return what an answer of the server to this mail means.

    5.7.x and 53x are about who sends (RFC 3463, RFC 4954): no bounce of the address.
    """
    enhanced = CODE.match(says)
    text = f"{code} {enhanced[0].decode()}" if enhanced else str(code)
    if code < 400:
        return Answer(Outcome.TAKEN, text)
    if code < 500:
        return Answer(Outcome.LATER, text)
    about_us = 530 <= code < 540 or says.startswith(b"5.7.")
    return Answer(Outcome.REFUSED, text, is_bounce=not about_us)


def _one_line(text: str) -> str:
    seen = "".join(one for one in " ".join(text.split()) if unicodedata.category(one) != "Cc")
    return seen[:200]
