"""Undoing what entries created: a win, a check-in, a completion, a decision or a step of one."""

import uuid
from typing import Any

from webapp.domain.account.people import SignedIn
from webapp.domain.decisions.decisions import undo_decisions
from webapp.domain.goals.completions import undo_completions
from webapp.rules.outbox.entries import Entry, Undo
from webapp.storage.account.deletions import forget_deletions_of
from webapp.storage.capture.checkins import CheckIn
from webapp.storage.capture.revisions import delete_revisions
from webapp.storage.capture.wins import Win, delete_win_links
from webapp.storage.decisions.decisions import Decision
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


def next_form_id(person: SignedIn, verb: str, form_id: str) -> str:
    """Return the id of the entry that a plain form with this id makes.

    It is `form_id` itself, however often the form is sent; but once what it stored was undone, the
    same words sent from the same page, which Back brought, are stored again.
    """
    made = {"log_win": Win.person, "check_in": CheckIn.person, "open_decision": Decision.owner}
    while verb in made and _is_undone(person, made[verb], form_id):
        form_id = str(uuid.uuid5(uuid.UUID(form_id), "again"))
    return form_id


def _is_undone(person: SignedIn, whose: Any, entry_id: str) -> bool:
    if not receipts.has_receipt(person.id, entry_id):
        return False
    model = whose.model
    key = person.id if whose.name == "person" else person.owner
    return not model.select().where(whose == key, model.id == entry_id).exists()
