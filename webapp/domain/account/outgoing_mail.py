"""Storing mails to be sent: each once, inside the transaction of what it is about."""

from webapp.rules.account.keys import Keys
from webapp.rules.account.mails import USEFUL, MailKind, MailState
from webapp.rules.shared.ids import PersonId
from webapp.storage.account.mail_addresses import MailAddress, address_of
from webapp.storage.account.mails import OutgoingMail, add_mail, newest_mail


def store_mail(
    person: PersonId,
    kind: MailKind,
    tag: str,
    now: int,
    *,
    about: str = "",
    language: str = "",
    due: int | None = None,
) -> bool:
    """Store a mail unless there is one with this tag; return whether it is new.

    tag: at most 64 characters. due: ms, `now` without it.
    """
    first = now if due is None else due
    when = {"made": now, "due": first, "until": first + USEFUL[kind]}
    return add_mail(person, tag, kind=kind, about=about, language=language, **when)


def waits(person: PersonId, kind: MailKind) -> bool:
    """Return whether a mail of this kind to a person is still to be sent."""
    newest = newest_mail(person, kind)
    return newest is not None and newest.state == MailState.WAITING


def receives_mail(known: MailAddress | None) -> bool:
    """Return whether mails go to an address: it is confirmed, and takes them."""
    return known is not None and known.confirmed is not None and known.paused is None


def can_mail(person: PersonId) -> bool:
    """Return whether mails go to a person."""
    return receives_mail(address_of(person))


def token_of(keys: Keys, mail: OutgoingMail) -> str:
    """Return the token of the link in a mail: the same whenever it is sent.

    It is nowhere stored: the table of links has its hash, and this is made of the server's key.
    """
    return link_token(keys, mail.person_id, mail.tag)


def link_token(keys: Keys, person: PersonId, tag: str) -> str:
    """Return the token of the link in a person's mail with this tag."""
    return keys.hash(f"link in a mail\n{person}\n{tag}")
