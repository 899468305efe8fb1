"""Undoing deletions, and deleting by a plain form what phones delete by an entry."""

from dataclasses import dataclass

from webapp.domain.account.acting import Acting
from webapp.domain.account.deletions import delete_once
from webapp.domain.account.people import SignedIn
from webapp.domain.capture.checkins import checkin_of
from webapp.domain.capture.presets import refuse_too_many_presets
from webapp.domain.capture.revisions import show_again
from webapp.domain.capture.wins import win_of
from webapp.domain.decisions.decisions import decision_of
from webapp.domain.goals.dependencies import delete_cycles
from webapp.domain.goals.states import refresh_states
from webapp.domain.goals.verified import verify_wins, verify_wins_of
from webapp.domain.objectives.indicators import relink_indicator
from webapp.domain.objectives.objectives import relink_objective
from webapp.domain.objectives.unlinking import relink_deleted, unlink_missing
from webapp.domain.reviews.lines import show_line_again
from webapp.domain.shared.changing import changing
from webapp.domain.teams.boards import forget_on_board
from webapp.domain.teams.offering import offer_own
from webapp.rules.shared.deletions import OFFERED, UNDO_TIME, DeletedKind
from webapp.rules.shared.problems import Conflict, NotFound
from webapp.storage.account.deletions import (
    Deletion,
    Rows,
    change_back_in,
    deletions_of,
    is_replaced,
    one_deletion,
    restore_rows,
    whole_deletions_of,
)
from webapp.storage.capture.checkins import CheckIn
from webapp.storage.capture.revisions import FieldRevision
from webapp.storage.capture.wins import Win, WinLink
from webapp.storage.decisions.decisions import Decision, DecisionStep
from webapp.storage.teams.outside_links import ChosenWin, unchoose_lost


@dataclass(frozen=True, slots=True)
class Deleted:
    """A deletion that can be undone. words: what the person called the thing, or its ISO day."""

    id: str
    kind: DeletedKind
    target: str
    words: str


def delete_win(acting: Acting, win_id: str, now: int) -> str:
    """Delete a win and return the id of the deletion, or raise NotFound; now: ms.

    A form does this; a phone waits with the entry as long as it offers Undo.
    """

    def delete(rows: Rows) -> str:
        win = win_of(acting, win_id)
        what: str = win.what
        forget_on_board(acting.owner, win_id, win.team_id)
        rows.delete(Win, Win.person == acting.owner, Win.id == win_id)
        rows.delete(WinLink, WinLink.person == acting.owner, WinLink.win == win_id)
        rows.delete(ChosenWin, ChosenWin.person == acting.owner, ChosenWin.win == win_id)
        _delete_revisions(acting, win_id, rows)
        return what

    return delete_once(acting, DeletedKind.WIN, win_id, now, delete)


def delete_checkin(person: SignedIn, checkin_id: str, now: int) -> str:
    """Delete a check-in as delete_win deletes a win."""

    def delete(rows: Rows) -> str:
        day: str = checkin_of(person, checkin_id).day
        rows.delete(CheckIn, CheckIn.person == person.id, CheckIn.id == checkin_id)
        _delete_revisions(person, checkin_id, rows)
        return day

    return delete_once(person, DeletedKind.CHECK_IN, checkin_id, now, delete)


def delete_decision(acting: Acting, decision_id: str, now: int) -> str:
    """Delete a decision as delete_win deletes a win."""

    def delete(rows: Rows) -> str:
        question: str = decision_of(acting, decision_id).question
        own = Decision.owner == acting.owner
        rows.delete(Decision, own, Decision.id == decision_id)
        steps = (DecisionStep.owner == acting.owner, DecisionStep.decision == decision_id)
        rows.delete(DecisionStep, *steps)
        return question

    return delete_once(acting, DeletedKind.DECISION, decision_id, now, delete)


def undoable_deletions(acting: Acting, now: int) -> list[Deleted]:
    """Return the person's last deletions that can still be undone, the last first; now: ms."""
    found = deletions_of(acting.owner, now - UNDO_TIME).limit(OFFERED)
    return [_deleted(one) for one in found]


def undo_deletion(acting: Acting, deletion_id: str, now: int) -> Deleted:
    """Restore what was deleted, with all that belonged to it, and return what it was.

    NotFound: it was undone already, or too long ago. Conflict: there is another thing in its place.
    Invalid: there is no room for it. now: ms.
    """
    with changing(acting):
        stored: Deletion | None = one_deletion(acting.owner, deletion_id, now - UNDO_TIME).first()
        if stored is None:
            raise NotFound
        if is_replaced(stored):
            raise Conflict
        restore_rows(stored)
        stored.delete_instance()
        deleted = _deleted(stored)
        _fit_in(acting, deleted, now)
        _fit_others(acting, stored, now)
    if deleted.kind is DeletedKind.OBJECTIVE:
        offer_own(acting)
    return deleted


def _fit_in(acting: Acting, deleted: Deleted, now: int) -> None:
    # What else was changed or deleted meanwhile.
    match deleted.kind:
        case DeletedKind.WIN:
            unlink_missing(acting, deleted.target, now)
            verify_wins(acting, [deleted.target])
            show_again(acting, deleted.target, now)
            unchoose_lost(acting.owner, deleted.target)
        case DeletedKind.GOAL:
            delete_cycles(acting, deleted.target)
            verify_wins_of(acting, [deleted.target])
        case DeletedKind.CLOSURE:
            refresh_states(acting.owner, [deleted.target])
            verify_wins_of(acting, [deleted.target])
        case DeletedKind.OBJECTIVE:
            relink_objective(acting, deleted.target, deleted.id)
        case DeletedKind.INDICATOR:
            relink_indicator(acting, deleted.target, deleted.id)
        case DeletedKind.LINE:
            show_line_again(acting, deleted.target)
        case DeletedKind.PRESET:
            refuse_too_many_presets(acting)


def _fit_others(acting: Acting, undone: Deletion, now: int) -> None:
    # What was deleted after it names it again, too, when that is undone.
    kind = DeletedKind(undone.kind)
    if kind in {DeletedKind.OBJECTIVE, DeletedKind.INDICATOR}:
        others = list(whole_deletions_of(acting.owner, now - UNDO_TIME))
        change_back_in(others, undone)
        relink_deleted(others, kind.value, undone.target, undone.id)


def _deleted(stored: Deletion) -> Deleted:
    return Deleted(stored.id, DeletedKind(stored.kind), stored.target, stored.words)


def _delete_revisions(acting: Acting, target: str, rows: Rows) -> None:
    of_it = (FieldRevision.person == acting.owner, FieldRevision.target == target)
    rows.delete(FieldRevision, *of_it)
