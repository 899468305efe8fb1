"""Applying entries, once their receipts are written, to what an owner has."""

from collections.abc import Iterable
from typing import TypeVar

from webapp.domain.account.acting import Acting
from webapp.domain.account.people import SignedIn
from webapp.domain.capture import checkins
from webapp.domain.capture.revisions import apply_early_edits, store_edits
from webapp.domain.capture.wins import log_wins
from webapp.domain.decisions.decisions import store_decisions, store_steps
from webapp.domain.goals.completions import complete_goals, tick_criteria
from webapp.domain.goals.verified import verify_wins
from webapp.domain.outbox.for_teams import log_met
from webapp.domain.outbox.undo import undo_entries
from webapp.domain.reviews.lines import store_lines
from webapp.rules.capture.checkins import CheckInEdit, Deferral, Rating
from webapp.rules.capture.wins import LoggedWin, WinEdit
from webapp.rules.decisions.decisions import OpenedDecision, TakenStep
from webapp.rules.goals.completions import Completion, CriterionTick
from webapp.rules.outbox.entries import Entry, Undo
from webapp.rules.reviews.lines import AddedLine
from webapp.storage.capture.checkins import CheckIn
from webapp.storage.capture.wins import Win

T = TypeVar("T")


def rate(person: SignedIn, entries: list[Entry], now: int) -> None:
    """Store the check-ins of a person; inside the transaction of the receipts. now: ms."""
    ratings = of_kind(Rating, entries)
    checkins.check_in(person, ratings, now)
    apply_early_edits(person, CheckIn, [entry.id for entry, _ in ratings], now)
    checkins.defer(person, of_kind(Deferral, entries), now)


def apply(acting: Acting, entries: list[Entry], now: int) -> None:
    """Store what entries say about an owner's things, as rate() does, and one kind after another.

    Edits and undos give the same result in any order; new rows need one statement for each table.
    """
    wins = of_kind(LoggedWin, entries)
    log_wins(acting, wins, now)
    early = apply_early_edits(acting, Win, [entry.id for entry, _ in wins], now)
    edits = of_kind(WinEdit, entries)
    store_edits(acting, [*edits, *of_kind(CheckInEdit, entries)], now)
    tick_criteria(acting, of_kind(CriterionTick, entries), now)
    log_met(acting, complete_goals(acting, of_kind(Completion, entries), now), now)
    _store_others(acting, entries, now)
    verify_wins(acting, [*_naming_goals(wins, edits), *early])
    undo_entries(acting, of_kind(Undo, entries), now)


def _store_others(acting: Acting, entries: list[Entry], now: int) -> None:
    store_decisions(acting, of_kind(OpenedDecision, entries), now)
    store_steps(acting, of_kind(TakenStep, entries), now)
    store_lines(acting, of_kind(AddedLine, entries), now)


def _naming_goals(
    wins: Iterable[tuple[Entry, LoggedWin]], edits: Iterable[tuple[Entry, WinEdit]]
) -> Iterable[str]:
    # Whether a win came of a met goal also depends on when it happened.
    for entry, win in wins:
        if win.fields.goal:
            yield entry.id
    for _, edit in edits:
        if edit.happened or "goal" in dict(edit.values):
            yield edit.target


def of_kind(kind: type[T], entries: Iterable[Entry]) -> list[tuple[Entry, T]]:
    """Return those entries that say something of one kind, with what they say."""
    return [(entry, entry.content) for entry in entries if isinstance(entry.content, kind)]
