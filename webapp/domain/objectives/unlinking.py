"""Removing a deleted objective or indicator from the wins that name it, and undoing that (R24)."""

import json
import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from webapp.domain.account.acting import Acting
from webapp.domain.teams.offering import offered_names
from webapp.rules.capture.revisions import Revision, current_values
from webapp.rules.capture.wins import is_counted
from webapp.rules.shared.deletions import UNDO_TIME
from webapp.storage.account.deletions import Deletion, deletions_of, replace_rows
from webapp.storage.capture.revisions import (
    add_revisions,
    delete_revisions_by,
    last_revised,
    revised_by,
    values_given,
)
from webapp.storage.capture.wins import (
    Win,
    add_links_to,
    delete_links_to,
    linked_win_ids,
    linked_win_rows,
    links_of_win,
    win_rows_among,
)
from webapp.storage.objectives.indicators import own_indicators
from webapp.storage.objectives.objectives import own_objectives

AT_ONCE = 500  # rows of one statement
FIELDS = {"objective": "objectives", "indicator": "indicator"}  # of wins, by what they name


def unlink_wins(acting: Acting, kind: str, target: str, now: int, entry: str) -> None:
    """Remove `target`, an "objective" or "indicator", from every win that names it.

    This is an edit like any other, the newest of its field, so that no older one that arrives late
    undoes it; whether a win is counted is decided again. Inside a transaction; now: ms. entry: the
    id of this one change, as if the phone had sent it.
    """
    field = FIELDS[kind]
    wins = linked_win_rows(acting.owner, kind, target)
    last = dict(last_revised(acting.owner, field, linked_win_ids(acting.owner, kind, target)))
    revisions = (one for win in wins for one in _revisions(win, field, target, last, now, entry))
    add_revisions([(acting.owner, win, field, *values) for win, values in revisions])
    _set(acting, field, wins, {win.id: _without(win, field, target) for win in wins})
    delete_links_to(acting.owner, kind, target)


def relink_wins(acting: Acting, kind: str, target: str, entry: str) -> None:
    """Undo what unlink_wins did with this `entry`; what a win was given since then stays.

    Inside a transaction.
    """
    field = FIELDS[kind]
    wins = win_rows_among(acting.owner, revised_by(acting.owner, entry))
    delete_revisions_by(acting.owner, entry)
    for first in range(0, len(wins), AT_ONCE):
        some = wins[first : first + AT_ONCE]
        values = _current(acting, field, [win.id for win in some])
        _set(acting, field, some, values)
        naming = [win for win, value in values.items() if target in value.split()]
        add_links_to(acting.owner, kind, target, naming)


def relink_deleted(others: Iterable[Deletion], kind: str, target: str, entry: str) -> None:
    """Undo what unlink_wins did with this `entry` in wins that `others` deleted since.

    Inside a transaction.
    """
    for other in others:
        stored = json.loads(other.rows)
        rows = dict(stored["deleted"])
        revisions = rows.get("field_revision", [])
        kept = [one for one in revisions if one["entry"] != entry]
        for win in rows.get("win", []) if len(kept) < len(revisions) else ():
            revisions[:] = kept
            _relink_row(win, FIELDS[kind], kept)
            if target in win[FIELDS[kind]].split():
                link = {"person": win["person"], "kind": kind, "target": target, "win": win["id"]}
                stored["deleted"].append(("win_link", [link]))
        replace_rows(other, stored)


def _relink_row(win: dict[str, Any], field: str, revisions: list[dict[str, Any]]) -> None:
    given = [Revision(one["field"], one["value"], one["at"], one["entry"]) for one in revisions]
    win[field] = current_values(given, win["id"])[field]
    named = {name: win[name] for name in ("objectives", "indicator", "impact")}
    win["counted"] = is_counted(**named, measurable=win["measurable"], verified=win["verified"])


def unlink_missing(acting: Acting, win_id: str, now: int) -> None:
    """Remove objectives and indicators that were deleted from a win that names them; now: ms.

    If their deletion is undone, too, the win names them again. What one's teams offer stays. Inside
    a transaction.
    """
    lately = {one.target: one.id for one in deletions_of(acting.owner, now - UNDO_TIME).limit(100)}
    known = {
        "objective": {one.id for one in own_objectives(acting.owner)} | {*offered_names(acting)},
        "indicator": {one.id for one in own_indicators(acting.owner)},
    }
    for kind, target in links_of_win(acting.owner, win_id):
        if kind in known and target not in known[kind]:
            entry = lately.get(target) or str(uuid.uuid4())
            unlink_wins(acting, kind, target, now, entry)


def _revisions(
    win: Any, field: str, target: str, last: dict[str, int], now: int, entry: str
) -> Iterator[tuple[str, tuple[str, str, int]]]:
    if win.id not in last:  # store the value before the first edit, too
        first = min(win.entered, win.received)
        yield win.id, (win.id, getattr(win, field), first)
    at = max(now, last.get(win.id, 0) + 1)
    yield win.id, (entry, _without(win, field, target), at)


def _current(acting: Acting, field: str, wins: list[str]) -> dict[str, str]:
    given: dict[str, list[Revision]] = defaultdict(list)
    for row in values_given(acting.owner, field, wins):
        given[row.target].append(Revision(row.field, row.value, row.at, row.entry))
    return {win: current_values(values, win)[field] for win, values in given.items()}


def _set(acting: Acting, field: str, wins: Iterable[Any], values: dict[str, str]) -> None:
    for (left, counted), ids in _by_result(wins, field, values).items():
        for first in range(0, len(ids), AT_ONCE):
            changed = Win.update({getattr(Win, field): left, Win.counted: counted})
            some = Win.id.in_(ids[first : first + AT_ONCE])
            changed.where(Win.person == acting.owner, some).execute()


def _by_result(
    wins: Iterable[Any], field: str, values: dict[str, str]
) -> dict[tuple[str, bool], list[str]]:
    # Most wins end up alike: one statement for all of those.
    alike: dict[tuple[str, bool], list[str]] = defaultdict(list)
    for win in wins:
        left = values[win.id]
        named = {"objectives": win.objectives, "indicator": win.indicator, field: left}
        counted = is_counted(
            **named, impact=win.impact, measurable=win.measurable, verified=win.verified
        )
        alike[left, counted].append(win.id)
    return alike


def _without(win: Any, field: str, target: str) -> str:
    return " ".join(one for one in getattr(win, field).split() if one != target)
