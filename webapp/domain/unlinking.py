"""Wins that name an objective or an indicator which is deleted: they go on without it (R24)."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from webapp.domain.people import SignedIn
from webapp.rules.wins import is_counted
from webapp.storage.revisions import FieldRevision, newest_of_field
from webapp.storage.wins import Win, links_to, wins_linked

T = TypeVar("T")

AT_ONCE = 500  # rows of one statement
FIELDS = {"objective": "objectives", "indicator": "indicator"}  # of wins, by what they name


def forget_in_wins(person: SignedIn, kind: str, target: str, now: int) -> None:
    """Take `target`, an "objective" or "indicator", out of every win that names it.

    It is an edit like any other, the newest of its field, so that no older one that comes late
    brings it back; whether a win is counted follows. Inside a transaction; now: ms.
    """
    field = FIELDS[kind]
    wins: list[Win] = list(wins_linked(person.id, kind, target))
    last = dict(newest_of_field(person.id, field, [win.id for win in wins]))
    given = {"person": person.id, "field": field}
    rows = (row for win in wins for row in _revisions(win, field, target, last, now))
    revisions = [{**given, **row} for row in rows]
    for part in _parts(revisions):
        FieldRevision.insert_many(part).execute()
    for (left, counted), ids in _by_result(wins, field, target).items():
        for some in _parts(ids):
            changed = Win.update({getattr(Win, field): left, Win.counted: counted})
            changed.where(Win.person == person.id, Win.id.in_(some)).execute()
    links_to(person.id, kind, target).execute()


def _revisions(
    win: Win, field: str, target: str, last: dict[str, int], now: int
) -> Iterator[dict[str, Any]]:
    if win.id not in last:  # the value it had before its first edit is kept too
        first = min(win.entered, win.received)
        yield {"target": win.id, "entry": win.id, "at": first, "value": getattr(win, field)}
    at = max(now, last.get(win.id, 0) + 1)
    left = _without(win, field, target)
    yield {"target": win.id, "entry": str(uuid.uuid4()), "at": at, "value": left}


def _by_result(wins: Iterable[Win], field: str, target: str) -> dict[tuple[str, bool], list[str]]:
    # Most wins end up alike: one statement for all of those.
    alike: dict[tuple[str, bool], list[str]] = defaultdict(list)
    for win in wins:
        left = _without(win, field, target)
        named = {"objectives": win.objectives, "indicator": win.indicator, field: left}
        counted = is_counted(**named, impact=win.impact, measurable=win.measurable)
        alike[left, counted].append(win.id)
    return alike


def _without(win: Win, field: str, target: str) -> str:
    return " ".join(one for one in getattr(win, field).split() if one != target)


def _parts(rows: list[T]) -> Iterator[list[T]]:
    return (rows[first : first + AT_ONCE] for first in range(0, len(rows), AT_ONCE))
