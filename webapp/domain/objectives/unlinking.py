"""Removing a deleted objective or indicator from the wins that name it (R24)."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from webapp.domain.account.people import SignedIn
from webapp.rules.capture.wins import is_counted
from webapp.storage.capture.revisions import add_revisions, last_revised
from webapp.storage.capture.wins import Win, delete_links_to, linked_win_ids, linked_win_rows

AT_ONCE = 500  # rows of one statement
FIELDS = {"objective": "objectives", "indicator": "indicator"}  # of wins, by what they name


def unlink_wins(person: SignedIn, kind: str, target: str, now: int) -> None:
    """Remove `target`, an "objective" or "indicator", from every win that names it.

    This is an edit like any other, the newest of its field, so that no older one that arrives late
    undoes it; whether a win is counted is decided again. Inside a transaction; now: ms.
    """
    field = FIELDS[kind]
    wins = linked_win_rows(person.id, kind, target)
    entry = str(uuid.uuid4())  # of this one change, as if the phone had sent it
    last = dict(last_revised(person.id, field, linked_win_ids(person.id, kind, target)))
    revisions = (one for win in wins for one in _revisions(win, field, target, last, now, entry))
    add_revisions([(person.id, win, field, *values) for win, values in revisions])
    for (left, counted), ids in _by_result(wins, field, target).items():
        for first in range(0, len(ids), AT_ONCE):
            changed = Win.update({getattr(Win, field): left, Win.counted: counted})
            some = Win.id.in_(ids[first : first + AT_ONCE])
            changed.where(Win.person == person.id, some).execute()
    delete_links_to(person.id, kind, target)


def _revisions(
    win: Any, field: str, target: str, last: dict[str, int], now: int, entry: str
) -> Iterator[tuple[str, tuple[str, str, int]]]:
    if win.id not in last:  # store the value before the first edit, too
        first = min(win.entered, win.received)
        yield win.id, (win.id, getattr(win, field), first)
    at = max(now, last.get(win.id, 0) + 1)
    yield win.id, (entry, _without(win, field, target), at)


def _by_result(wins: Iterable[Any], field: str, target: str) -> dict[tuple[str, bool], list[str]]:
    # Most wins end up alike: one statement for all of those.
    alike: dict[tuple[str, bool], list[str]] = defaultdict(list)
    for win in wins:
        left = _without(win, field, target)
        named = {"objectives": win.objectives, "indicator": win.indicator, field: left}
        counted = is_counted(**named, impact=win.impact, measurable=win.measurable)
        alike[left, counted].append(win.id)
    return alike


def _without(win: Any, field: str, target: str) -> str:
    return " ".join(one for one in getattr(win, field).split() if one != target)
