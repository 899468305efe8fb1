"""Which mail says what, by its kind."""

from webapp.domain.account.outgoing_mail import token_of
from webapp.domain.mail.account_letters import (
    confirmation_letter,
    reset_letter,
    sample_letter,
)
from webapp.domain.mail.digests import digest_letter
from webapp.domain.mail.letter import Letter, Writing
from webapp.domain.mail.review_letters import review_letter
from webapp.rules.account.mails import MailKind
from webapp.storage.account.mails import OutgoingMail


def letter_of(mail: OutgoingMail, writing: Writing, now: int) -> Letter | None:
    """Return what a stored mail says at `now` (ms), None if there is nothing to say."""
    match MailKind(mail.kind):
        case MailKind.CONFIRM:
            return confirmation_letter(writing, token_of(writing.service.keys, mail))
        case MailKind.RESET:
            return reset_letter(writing, token_of(writing.service.keys, mail))
        case MailKind.SAMPLE:
            return sample_letter(writing)
        case MailKind.DIGEST:
            return digest_letter(writing, mail.about)
        case MailKind.REVIEW:
            return review_letter(writing, mail.about, now)
