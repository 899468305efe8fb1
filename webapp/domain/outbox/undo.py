"""Undoing what entries created: a win, a check-in, a completion, a decision or a step of one."""

import uuid
from typing import Any

from webapp.domain.account.acting import Acting
from webapp.domain.account.people import SignedIn
from webapp.domain.decisions.decisions import undo_decisions
from webapp.domain.goals.completions import undo_completions
from webapp.domain.outbox.for_teams import wins_no_more
from webapp.domain.recognition.receiving import delete_given
from webapp.domain.teams.boards import forget_on_board
from webapp.rules.outbox.entries import Entry, Undo
from webapp.storage.account.deletions import forget_deletions_of
from webapp.storage.capture.checkins import CheckIn
from webapp.storage.capture.revisions import delete_revisions
from webapp.storage.capture.wins import Win, delete_win, delete_win_links
from webapp.storage.decisions.decisions import Decision
from webapp.storage.outbox import receipts
from webapp.storage.reviews.lines import ReviewLine
from webapp.storage.teams.outside_links import unchoose


def undo_entries(acting: Acting, entries: list[tuple[Entry, Undo]], now: int) -> None:
    """Delete what these entries undo, with its history. now: ms.

    Only receipts stay. The target gets a receipt here if it has none: an undo that arrives before
    its entry keeps that entry from being stored. Inside the transaction of the receipts.
    """
    targets = [taken_back.target for _, taken_back in entries]
    if targets:
        receipts.claim(acting.actor, targets, now)
        undone = undo_completions(acting, targets)
        targets = [*targets, *wins_no_more(acting, undone)]
        undo_decisions(acting, targets)
        forget_deletions_of(acting.owner, targets)
        unchoose(acting.owner, targets)
    for target in targets:
        forget_on_board(acting.owner, target, delete_win(acting.owner, target))
        CheckIn.delete().where(CheckIn.person == acting.owner, CheckIn.id == target).execute()
        delete_win_links(acting.owner, target)
        delete_revisions(acting.owner, target)


def take_back_given(person: SignedIn, entries: list[tuple[Entry, Undo]]) -> set[str]:
    """Delete the thanks that these entries take back, in every copy, and return what they undo.

    Inside the transaction of the receipts, in which revs.py has locked the receivers.
    """
    for _, taken_back in entries:
        delete_given(person.id, taken_back.target)
    return {taken_back.target for _, taken_back in entries}


def next_form_id(acting: Acting, verb: str, form_id: str) -> str:
    """Return the id of the entry that a plain form with this id makes.

    It is `form_id` itself, however often the form is sent; but once what it stored was undone, the
    same words sent from the same page, which Back brought, are stored again.
    """
    made = {
        "log_win": Win.person,
        "check_in": CheckIn.person,
        "open_decision": Decision.owner,
        "add_line": ReviewLine.owner,
    }
    while verb in made and _is_undone(acting, made[verb], form_id):
        form_id = str(uuid.uuid5(uuid.UUID(form_id), "again"))
    return form_id


def _is_undone(acting: Acting, whose: Any, entry_id: str) -> bool:
    if not receipts.has_receipt(acting.actor, entry_id):
        return False
    model = whose.model
    return not model.select().where(whose == acting.owner, model.id == entry_id).exists()
