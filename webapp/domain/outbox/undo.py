"""Undoing what entries created: a win, a check-in, a completion, a decision or a step of one."""

from webapp.domain.account.people import SignedIn
from webapp.domain.decisions.decisions import undo_decisions
from webapp.domain.goals.completions import undo_completions
from webapp.rules.outbox.entries import Entry, Undo
from webapp.storage.account.deletions import forget_deletions_of
from webapp.storage.capture.checkins import CheckIn
from webapp.storage.capture.revisions import delete_revisions
from webapp.storage.capture.wins import Win, delete_win_links
from webapp.storage.outbox import receipts


def undo_entries(person: SignedIn, entries: list[tuple[Entry, Undo]], now: int) -> None:
    """Delete what these entries undo, with its history. now: ms.

    Only receipts stay. The target gets a receipt here if it has none: an undo that arrives before
    its entry keeps that entry from being stored. Inside the transaction of the receipts.
    """
    targets = [taken_back.target for _, taken_back in entries]
    if targets:
        receipts.claim(person.id, targets, now)
        undo_completions(person, targets)
        undo_decisions(person, targets)
        forget_deletions_of(person.id, targets)
    for target in targets:
        for model in (Win, CheckIn):
            model.delete().where(model.person == person.id, model.id == target).execute()
        delete_win_links(person.id, target)
        delete_revisions(person.id, target)
