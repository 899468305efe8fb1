"""Whether there is room for what entries add: each list has an end (docs/security.md)."""

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from webapp.domain.account.acting import Acting
from webapp.domain.account.budget import is_full
from webapp.domain.reviews.lines import refused_for_lines
from webapp.rules.account.budget import TEAM_FULL, has_words
from webapp.rules.capture.checkins import CheckInEdit
from webapp.rules.capture.revisions import MOST_REVISIONS, TOO_MANY_REVISIONS
from webapp.rules.capture.wins import WinEdit
from webapp.rules.decisions.decisions import (
    MOST_OPEN,
    MOST_STEPS,
    TOO_MANY_OPEN,
    TOO_MANY_STEPS,
    OpenedDecision,
    TakenStep,
)
from webapp.rules.outbox.entries import Entry
from webapp.rules.shared.problems import Problem
from webapp.storage.capture.revisions import revisions_of
from webapp.storage.decisions.decisions import open_decisions, steps_of
from webapp.storage.outbox.receipts import has_receipt


def words_for_teams(entries: Iterable[tuple[object, Entry]]) -> dict[str, int]:
    """Return by id how many bytes the words of each entry for a team have, without bare taps.

    entries: each as JSON decodes to it, and checked. Their space is the team's, whose things they
    become, and not the sender's.
    """
    said = (one for one in entries if one[1].team and has_words(one[0]))
    return {entry.id: len(json.dumps(raw, ensure_ascii=False).encode()) for raw, entry in said}


def refused_for_space(
    acting: Acting, entries: Iterable[Entry], words: Mapping[str, int], now: int
) -> dict[str, Problem]:
    """Return why entries with words (words_for_teams) are refused: the team's space is used up.

    Inside the transaction of the receipts; now: ms.
    """
    wordy = [entry.id for entry in entries if entry.id in words]
    if not wordy or not is_full(acting, now):
        return {}
    return {one: TEAM_FULL for one in wordy if not has_receipt(acting.actor, one)}


def refused_for_room(acting: Acting, entries: Sequence[Entry]) -> dict[str, Problem]:
    """Return why some of these entries are refused, by entry id: what they add to is full.

    A tap that logs a win or a check-in is never refused here and costs no query. Call it inside the
    transaction of the receipts.
    """
    refused: dict[str, Problem] = {}
    opened = [entry.id for entry in entries if isinstance(entry.content, OpenedDecision)]
    if opened:
        there = open_decisions(acting.owner).count()
        refused |= dict.fromkeys(opened[max(MOST_OPEN - there, 0) :], TOO_MANY_OPEN)
    edits = _targets(entries, WinEdit, CheckInEdit)
    full = _full(
        edits.values(), lambda one: revisions_of(acting.owner, one).count(), MOST_REVISIONS
    )
    refused |= {entry: TOO_MANY_REVISIONS for entry, target in edits.items() if target in full}
    steps = _targets(entries, TakenStep)
    full = _full(steps.values(), lambda one: steps_of(acting.owner, one).count(), MOST_STEPS)
    refused |= {entry: TOO_MANY_STEPS for entry, target in steps.items() if target in full}
    refused |= refused_for_lines(acting, entries)
    return {entry: why for entry, why in refused.items() if not has_receipt(acting.actor, entry)}


def _targets(
    entries: Iterable[Entry], *kinds: type[WinEdit | CheckInEdit | TakenStep]
) -> dict[str, str]:
    return {entry.id: entry.content.target for entry in entries if isinstance(entry.content, kinds)}


def _full(targets: Collection[str], count: Callable[[str], int], most: int) -> set[str]:
    # Those that could get more than `most` by these entries.
    if not targets:
        return set()
    added = Counter(targets)
    return {target for target, more in added.items() if count(target) + more > most}
