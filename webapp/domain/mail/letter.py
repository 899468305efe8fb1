"""A mail in words: its parts, and how they are put together."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from babel.dates import format_date

from webapp.domain.account.mail_service import MailService, Words
from webapp.domain.account.people import SignedIn
from webapp.domain.mail.unsubscribing import unsubscribe_address
from webapp.gateways.mail.mails import Mail
from webapp.rules.account.mails import Wanted
from webapp.rules.shared.problems import N_


@dataclass(frozen=True, slots=True)
class Letter:
    """What a mail says. parts: paragraphs. wanted: what a link at its end stops, None: nothing."""

    subject: str
    parts: tuple[str, ...]
    wanted: Wanted | None = None


@dataclass(frozen=True, slots=True)
class Writing:
    """For whom a mail is written, and with what. language: of LANGUAGES."""

    person: SignedIn
    service: MailService
    language: str
    words: Words = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", self.service.words(self.language))

    def say(self, sentence: str, **values: Any) -> str:
        """Return a sentence in the language."""
        said = self.words.ugettext(sentence)
        return said % values if values else said

    def link(self, path: str) -> str:
        """Return the address of a path of the app."""
        return f"{self.service.public_url}{path}"

    def day(self, day: date) -> str:
        """Return "Tue 24 Nov 2026"."""
        return format_date(day, self.say(N_("EEE d MMM y")), locale=self.language)


def bullets(lines: Sequence[str], most: int) -> str:
    """Return a list of these lines, each on one, at most so many; the rest is counted."""
    shown = [f"- {' '.join(line.split())}" for line in lines[:most]]
    return "\n".join([*shown, f"+ {len(lines) - most}"] if len(lines) > most else shown)


def as_mail(letter: Letter, writing: Writing, message_id: str, at: int) -> Mail:
    """Return the mail, with its end; message_id: without the part behind the @. at: ms."""
    stops = ""
    if letter.wanted:
        stops = unsubscribe_address(writing.service, writing.person.id, letter.wanted)
    parts = (*letter.parts, _end(writing, stops))
    return Mail(
        recipient=writing.person.email,
        subject=letter.subject,
        text="\n\n".join(part for part in parts if part) + "\n",
        message_id=message_id,
        language=writing.language,
        at=at,
        unsubscribe=stops,
    )


def _end(writing: Writing, stops: str) -> str:
    lines = ["Small Wins", writing.service.public_url]
    if stops:
        lines += ["", writing.say(N_("To get no more of these mails, open this page:")), stops]
    return "\n".join(lines)
