"""Raising the rev of all whom a delivery changes, which locks their rows in one order."""

from collections.abc import Sequence

from webapp.domain.account.people import SignedIn
from webapp.domain.recognition.judging import receivers_in
from webapp.domain.recognition.receiving import receivers_of_given
from webapp.rules.outbox.entries import Entry, Undo
from webapp.rules.recognition.recognitions import Recognised
from webapp.rules.shared.ids import PersonId
from webapp.rules.shared.rate_limits import Limit
from webapp.storage.account.owners import raise_rev
from webapp.storage.account.people import raise_rev_for_entries


class AccountGone(Exception):
    """The person was deleted while their request was on its way."""


def raise_revs(
    person: SignedIn, entries: Sequence[Entry], now: int, limit: Limit, size: int
) -> int:
    """Raise the rev of the sender, which is returned, and of mates whose thanks change.

    now: ms; size: bytes of the delivery. Inside its transaction, before anything else: people are
    locked in the order of their numbers, since two may thank each other at once. TooMany: the limit
    does not let the delivery pass. AccountGone.
    """
    mates = sorted(_mates(person, entries))
    for mate in mates:
        if mate < person.id:
            raise_rev(mate)
    rev = _raise_own(person, entries, now, limit, size)
    for mate in mates:
        if mate > person.id:
            raise_rev(mate)
    return rev


def _mates(person: SignedIn, entries: Sequence[Entry]) -> set[PersonId]:
    undone = [entry.content.target for entry in entries if isinstance(entry.content, Undo)]
    found = receivers_of_given(person.id, undone) if undone else set()
    if person.teams and any(isinstance(entry.content, Recognised) for entry in entries):
        found |= receivers_in(person.id, entries)
    return found


def _raise_own(
    person: SignedIn, entries: Sequence[Entry], now: int, limit: Limit, size: int
) -> int:
    rows = raise_rev_for_entries(
        person=person.id,
        zone=entries[-1].made.zone,
        now=now,
        latest=limit.latest(now),
        cost=limit.cost(len(entries)),
        size=size,
    )
    if not rows:
        raise AccountGone
    rev, full_at = rows[0]
    limit.check(int(full_at), now)  # in the transaction: if it raises, nothing was taken
    return int(rev)
