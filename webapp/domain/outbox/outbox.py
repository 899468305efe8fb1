"""Taking entries, from a phone's outbox or one at a time from a form. There is no other way in.

Effect and receipt are written in one transaction, so that an entry counts exactly once, however
often and in whatever order it arrives. A refused entry gets no receipt.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from webapp.domain.account.acting import Acting
from webapp.domain.account.budget import is_full
from webapp.domain.account.people import SignedIn
from webapp.domain.account.roles import is_permitted
from webapp.domain.capture import checkins
from webapp.domain.capture.revisions import apply_early_edits, store_edits
from webapp.domain.capture.wins import log_wins
from webapp.domain.decisions.decisions import store_decisions, store_steps
from webapp.domain.goals.completions import complete_goals, refused_for_goals, tick_criteria
from webapp.domain.goals.verified import verify_wins
from webapp.domain.outbox.for_teams import log_met, owners_of
from webapp.domain.outbox.revs import raise_revs
from webapp.domain.outbox.room import refused_for_room
from webapp.domain.outbox.undo import take_back_given, undo_entries
from webapp.domain.outbox.whose import with_teams, without_refused_undos
from webapp.domain.recognition.giving import store_recognitions
from webapp.domain.recognition.judging import refused_recognitions
from webapp.domain.reviews.lines import store_lines
from webapp.rules.account.budget import FULL, has_words
from webapp.rules.capture.checkins import CheckInEdit, Deferral, Rating
from webapp.rules.capture.wins import LoggedWin, WinEdit
from webapp.rules.decisions.decisions import OpenedDecision, TakenStep
from webapp.rules.goals.completions import Completion, CriterionTick
from webapp.rules.outbox.entries import (
    Entry,
    Undo,
    echoed_id,
    entry_in_zone,
    needed_by,
    parse_entry,
)
from webapp.rules.recognition.recognitions import Recognised
from webapp.rules.reviews.lines import AddedLine
from webapp.rules.shared.moments import MINUTE
from webapp.rules.shared.problems import N_, Invalid, Problem
from webapp.rules.shared.rate_limits import Limit
from webapp.storage.capture.checkins import CheckIn
from webapp.storage.capture.wins import Win
from webapp.storage.engine.database import transaction
from webapp.storage.outbox import receipts
from webapp.storage.outbox.receipts import has_receipt

T = TypeVar("T")

NO_LIMIT = Limit(10**9, MINUTE)
FORM_LIMIT = Limit(600, MINUTE)
NOT_PERMITTED = Problem("entry", N_("You may not change this."))


class Outcome(StrEnum):
    """The outcome of an entry."""

    STORED = "stored"
    SEEN = "seen"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of the entry with this id. problems: why it was refused."""

    id: str
    outcome: Outcome
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Delivery:
    """One verdict per entry, in the order given, and the person's rev afterwards."""

    verdicts: list[Verdict]
    rev: int


def deliver(
    person: SignedIn,
    raw_entries: Sequence[object],
    now: int,
    limit: Limit = NO_LIMIT,
    size: int = 0,
    team: int = 0,
) -> Delivery:
    """Take entries, decoded from JSON, oldest first; now: ms of arrival, size: bytes of them all.

    Each has its own verdict: a refused one does not affect the others. team: whose page made them;
    those of phones name their team themselves. TooMany: the person's bucket did not hold that many,
    and none was taken.
    """
    checked = [_check(person, raw, now, team) for raw in raw_entries]
    if is_full(person, now):
        checked = [_without_words(person, *pair) for pair in zip(raw_entries, checked, strict=True)]
    entries = [entry for entry in checked if isinstance(entry, Entry)]
    if not entries:
        return Delivery([v for v in checked if isinstance(v, Verdict)], person.rev)
    fresh, refused, rev = _store(person, entries, now, limit, size)
    verdicts = []
    for entry in checked:
        if isinstance(entry, Entry) and entry.id in refused:
            entry = Verdict(entry.id, Outcome.REFUSED, (refused[entry.id],))
        if isinstance(entry, Entry):
            outcome = Outcome.STORED if entry.id in fresh else Outcome.SEEN
            fresh.discard(entry.id)  # the same id later in this request counts as seen
            entry = Verdict(entry.id, outcome)
        verdicts.append(entry)
    return Delivery(verdicts, rev)


def record(person: SignedIn, raw: dict[str, object], now: int, team: int = 0) -> Verdict:
    """Take one entry that a form made, or raise Invalid; team: whose page the form was on."""
    verdict = deliver(person, [raw], now, FORM_LIMIT, team=team).verdicts[0]
    if verdict.outcome is Outcome.REFUSED:
        raise Invalid(*verdict.problems)
    return verdict


def _check(person: SignedIn, raw: object, now: int, team: int) -> Entry | Verdict:
    try:
        entry = parse_entry(raw, now)
    except Invalid as invalid:
        return Verdict(echoed_id(raw), Outcome.REFUSED, invalid.problems)
    if team:
        entry = replace(entry, team=team)
    # What a person may do for a team is asked where it is stored (for_teams.py).
    if not entry.team and not is_permitted(person, needed_by(raw)):
        return Verdict(entry.id, Outcome.REFUSED, (NOT_PERMITTED,))
    # A person who fixed a zone has their days in it, wherever the phone is (R6).
    return entry_in_zone(entry, person.fixed_zone, now) if person.fixed_zone else entry


def _without_words(person: SignedIn, raw: object, checked: Entry | Verdict) -> Entry | Verdict:
    # A tap is taken when the person's space is full; what was stored before counts as seen.
    if isinstance(checked, Verdict) or not has_words(raw) or has_receipt(person.id, checked.id):
        return checked
    return Verdict(checked.id, Outcome.REFUSED, (FULL,))


def _store(
    person: SignedIn, entries: list[Entry], now: int, limit: Limit, size: int
) -> tuple[set[str], dict[str, Problem], int]:
    with transaction():
        rev = raise_revs(person, entries, now, limit, size)
        entries = with_teams(person, entries)
        owners = owners_of(person, entries)
        entries = without_refused_undos(person, entries, owners)
        refused = _refused(person, owners, entries)
        entries = [entry for entry in entries if entry.id not in refused]
        fresh = receipts.claim(person.id, [entry.id for entry in entries], now)
        taken = list(_once(entries, fresh))
        _rate(person, taken, now)
        take_back_given(person, _of(Undo, taken))
        for team, acting in owners.items():
            its = [one for one in taken if one.team == team]
            if team and its:
                receipts.note_team(person.id, [one.id for one in its], team)
            if its and not isinstance(acting, Problem):
                _apply(acting, its, now)
    return fresh, refused, rev


def _refused(
    person: SignedIn, owners: Mapping[int, Acting | Problem], entries: list[Entry]
) -> dict[str, Problem]:
    refused: dict[str, Problem] = {}
    for team, acting in owners.items():
        its = [entry for entry in entries if entry.team == team]
        if not isinstance(acting, Problem):
            refused |= refused_for_goals(acting, its) | refused_for_room(acting, its)
            refused |= refused_recognitions(acting, its)
            continue
        # What was stored before stays stored.
        refused |= {one.id: acting for one in its if not has_receipt(person.id, one.id)}
    return refused


def _rate(person: SignedIn, entries: list[Entry], now: int) -> None:
    ratings = _of(Rating, entries)
    checkins.check_in(person, ratings, now)
    apply_early_edits(person, CheckIn, [entry.id for entry, _ in ratings], now)
    checkins.defer(person, _of(Deferral, entries), now)


def _apply(acting: Acting, entries: list[Entry], now: int) -> None:
    # By kind, not one by one: edits and undos give the same result in any order, and new rows
    # need one statement for each table.
    wins = _of(LoggedWin, entries)
    log_wins(acting, wins, now)
    early = apply_early_edits(acting, Win, [entry.id for entry, _ in wins], now)
    edits = _of(WinEdit, entries)
    store_edits(acting, [*edits, *_of(CheckInEdit, entries)], now)
    tick_criteria(acting, _of(CriterionTick, entries), now)
    log_met(acting, complete_goals(acting, _of(Completion, entries), now), now)
    store_decisions(acting, _of(OpenedDecision, entries), now)
    store_steps(acting, _of(TakenStep, entries), now)
    store_lines(acting, _of(AddedLine, entries), now)
    verify_wins(acting, [*_naming_goals(wins, edits), *early])
    undo_entries(acting, _of(Undo, entries), now)
    store_recognitions(acting, _of(Recognised, entries), now)


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


def _of(kind: type[T], entries: Iterable[Entry]) -> list[tuple[Entry, T]]:
    return [(entry, entry.content) for entry in entries if isinstance(entry.content, kind)]


def _once(entries: Iterable[Entry], fresh: set[str]) -> Iterable[Entry]:
    left = set(fresh)
    for entry in entries:
        if entry.id in left:
            left.remove(entry.id)
            yield entry
