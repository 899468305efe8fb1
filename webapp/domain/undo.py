"""Taking back a win, a check-in, or that a goal was met."""

from webapp.domain.meetings import unmeet
from webapp.domain.people import SignedIn
from webapp.rules.entries import Entry, Undo
from webapp.storage.checkins import CheckIn
from webapp.storage.receipts import claim
from webapp.storage.revisions import forget_revisions
from webapp.storage.wins import Win, links_of


def undo(person: SignedIn, entries: list[tuple[Entry, Undo]], now: int) -> None:
    """Delete what these entries take back, content and history; only receipts stay.

    The receipt of the target is written here when it has none yet: an undo that overtakes the
    entry it undoes keeps that entry from ever being stored. Inside the transaction of the
    receipts; now: ms.
    """
    targets = [taken_back.target for _, taken_back in entries]
    if targets:
        claim(person.id, targets, now)
        unmeet(person, targets)
    for target in targets:
        for model in (Win, CheckIn):
            model.delete().where(model.person == person.id, model.id == target).execute()
        links_of(person.id, target).execute()
        forget_revisions(person.id, target).execute()
