"""Taking entries, from a phone's outbox or one at a time from a form. There is no other way in.

Effect and receipt are written in one transaction, so that an entry counts exactly once, however
often and in whatever order it arrives. A refused entry gets no receipt.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from webapp.domain.account.acting import Acting
from webapp.domain.account.budget import is_full
from webapp.domain.account.people import SignedIn
from webapp.domain.account.roles import is_permitted
from webapp.domain.goals.completions import refused_for_goals
from webapp.domain.outbox.applying import apply, of_kind, rate
from webapp.domain.outbox.for_teams import owners_of
from webapp.domain.outbox.revs import raise_revs
from webapp.domain.outbox.room import refused_for_room, refused_for_space, words_for_teams
from webapp.domain.outbox.undo import take_back_given
from webapp.domain.outbox.whose import with_teams, without_refused_undos
from webapp.domain.recognition.giving import store_recognitions
from webapp.domain.recognition.judging import Reach, judge_recognitions
from webapp.rules.account.budget import FULL, has_words
from webapp.rules.outbox.entries import (
    Entry,
    Undo,
    echoed_id,
    entry_in_zone,
    needed_by,
    parse_entry,
)
from webapp.rules.recognition.recognitions import Recognised
from webapp.rules.shared.moments import MINUTE
from webapp.rules.shared.problems import N_, Invalid, Problem
from webapp.rules.shared.rate_limits import Limit
from webapp.storage.engine.database import transaction
from webapp.storage.outbox import receipts
from webapp.storage.outbox.receipts import has_receipt

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
    pairs = zip(raw_entries, checked, strict=True)
    # Of a phone, which says a size: pages count their forms themselves.
    words = words_for_teams((raw, one) for raw, one in pairs if size and isinstance(one, Entry))
    fresh, refused, rev = _store(person, entries, now, limit, size, words)
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
    # What is for a team takes none of it.
    if isinstance(checked, Verdict) or checked.team or not has_words(raw):
        return checked
    if has_receipt(person.id, checked.id):
        return checked
    return Verdict(checked.id, Outcome.REFUSED, (FULL,))


def _store(
    person: SignedIn,
    entries: list[Entry],
    now: int,
    limit: Limit,
    size: int,
    words: Mapping[str, int],
) -> tuple[set[str], dict[str, Problem], int]:
    with transaction():
        rev = raise_revs(person, entries, now, limit, max(size - sum(words.values()), 0))
        entries = with_teams(person, entries)
        owners = owners_of(person, entries, words)
        entries = without_refused_undos(person, entries, owners)
        reaches, refused = _judged(owners, entries)
        refused |= _refused(person, owners, entries) | _for_space(owners, entries, words, now)
        entries = [entry for entry in entries if entry.id not in refused]
        fresh = receipts.claim(person.id, [entry.id for entry in entries], now)
        taken = list(_once(entries, fresh))
        rate(person, taken, now)
        for one in take_back_given(person, of_kind(Undo, taken)):
            reaches.pop(one, None)  # thanks that come together with their undo
        for team, acting in owners.items():
            its = [one for one in taken if one.team == team]
            # Thanks are their giver's: an undo of them is no change of the team's things.
            its_own = [one.id for one in its if not isinstance(one.content, Recognised)]
            if team and its_own:
                receipts.note_team(person.id, its_own, team)
            if its and not isinstance(acting, Problem):
                apply(acting, its, now)
                store_recognitions(acting, of_kind(Recognised, its), reaches, now)
    return fresh, refused, rev


def _judged(
    owners: Mapping[int, Acting | Problem], entries: list[Entry]
) -> tuple[dict[str, Reach], dict[str, Problem]]:
    # Whom thanks reach, and those that reach nobody.
    found: dict[str, Reach | Problem] = {}
    for team, acting in owners.items():
        if not isinstance(acting, Problem):
            its = [entry for entry in entries if entry.team == team]
            found |= judge_recognitions(acting, its)
    reaches = {one: said for one, said in found.items() if isinstance(said, Reach)}
    return reaches, {one: said for one, said in found.items() if isinstance(said, Problem)}


def _for_space(
    owners: Mapping[int, Acting | Problem], entries: list[Entry], words: Mapping[str, int], now: int
) -> dict[str, Problem]:
    refused: dict[str, Problem] = {}
    for team, acting in owners.items():
        if not isinstance(acting, Problem):
            its = [entry for entry in entries if entry.team == team]
            refused |= refused_for_space(acting, its, words, now)
    return refused


def _refused(
    person: SignedIn, owners: Mapping[int, Acting | Problem], entries: list[Entry]
) -> dict[str, Problem]:
    refused: dict[str, Problem] = {}
    for team, acting in owners.items():
        its = [entry for entry in entries if entry.team == team]
        if not isinstance(acting, Problem):
            refused |= refused_for_goals(acting, its) | refused_for_room(acting, its)
            continue
        # What was stored before stays stored.
        refused |= {one.id: acting for one in its if not has_receipt(person.id, one.id)}
    return refused


def _once(entries: Iterable[Entry], fresh: set[str]) -> Iterable[Entry]:
    left = set(fresh)
    for entry in entries:
        if entry.id in left:
            left.remove(entry.id)
            yield entry
