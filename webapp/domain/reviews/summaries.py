"""Mails with the summary of a review: storing them when it ends."""

from collections.abc import Iterable

from webapp.domain.account.outgoing_mail import receives_mail, store_mail
from webapp.rules.account.mails import MailKind
from webapp.rules.shared.ids import OwnerId, PersonId
from webapp.rules.shared.moments import MINUTE
from webapp.storage.account.mail_addresses import address_of
from webapp.storage.account.mails import delete_waiting
from webapp.storage.teams.memberships import members_of

# Whoever ended it by accident goes on with it, and those who were late say their lines.
WAIT = 15 * MINUTE


def reviewed(owner: OwnerId, review_id: str) -> str:
    """Return the `about` of mails for a review, from which the mail is written when it is sent."""
    return f"{owner}:{review_id}"


def store_summaries(owner: OwnerId, review_id: str, finished: int, now: int) -> None:
    """Store a mail for each member who asked for summaries before a review ended.

    finished: ms when it ended; now: ms. Once for each of them, however often it is ended. Inside
    the transaction that ends it.
    """
    for person in _members(owner):
        known = address_of(person)
        since = known.summaries if known else None
        if receives_mail(known) and since is not None and since <= finished:
            about, due = reviewed(owner, review_id), max(now, finished + WAIT)
            store_mail(person, MailKind.REVIEW, _tag(review_id), now, about=about, due=due)


def withdraw_summaries(owner: OwnerId, review_id: str) -> None:
    """Delete the mails about a review that goes on; it ends again. Inside a transaction."""
    for person in _members(owner):
        delete_waiting(person, _tag(review_id))


def _tag(review_id: str) -> str:
    return f"review-{review_id}"


def _members(owner: OwnerId) -> Iterable[PersonId]:
    members = [row.person_id for row in members_of(owner)]
    return members or [PersonId(owner)]  # one's own reviews have nobody else
