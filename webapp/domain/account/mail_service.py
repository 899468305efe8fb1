"""The mail server of this process, if the operator has set one up."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from webapp.gateways.mail.mails import Mailer
from webapp.gateways.mail.smtp import SmtpMailer
from webapp.rules.account.keys import Keys
from webapp.rules.account.mail_servers import MailServer, Sender, can_be_linked

NAMES = ("SMALLWINS_SMTP_URL", "SMALLWINS_MAIL_FROM", "SMALLWINS_PUBLIC_URL")


class Words(Protocol):
    """The sentences of a language."""

    def ugettext(self, message: str) -> str:
        """Return a sentence in the language."""

    def ungettext(self, singular: str, plural: str, num: int) -> str:
        """Return the one of two sentences that fits a number, in the language."""


@dataclass(frozen=True, slots=True)
class MailService:
    """What sending mail takes.

    public_url: what every link in a mail begins with; nothing of a request ever does. words: the
    sentences of a language by its code.
    """

    mailer: Mailer
    public_url: str
    keys: Keys = field(repr=False)
    words: Callable[[str], Words] = field(repr=False)


class State:
    """What belongs to this process: set at its start, as the database is."""

    service: MailService | None = None
    missing: tuple[str, ...] = NAMES


def start_mail(
    server: MailServer | None,
    sender: Sender | None,
    public_url: str,
    keys: Keys,
    words: Callable[[str], Words],
) -> None:
    """Let this process send mail, if all is set that it takes."""
    given = (server, sender, can_be_linked(public_url))
    State.missing = tuple(name for name, is_set in zip(NAMES, given, strict=True) if not is_set)
    State.service = None
    if server and sender and not State.missing:
        State.service = MailService(SmtpMailer(server, sender), public_url, keys, words)


def mail_service() -> MailService | None:
    """Return what sends mail here, None if this server sends none."""
    return State.service


def missing_settings() -> tuple[str, ...]:
    """Return the settings that the operator has to set before mail is sent; none: it is."""
    return State.missing
