"""Keeping with wins whether they came of a goal that was met by its criteria."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from webapp.domain.account.acting import Acting
from webapp.rules.capture.wins import counts
from webapp.storage.capture.wins import Win, WinLink
from webapp.storage.goals.verified import wins_with_verdict

AT_ONCE = 500  # rows of one statement


def verify_wins_of(acting: Acting, goals: Collection[str]) -> None:
    """Decide again which wins of these goals are verified, and counted; inside a transaction."""
    if goals:
        linked = WinLink.select(WinLink.win).where(
            WinLink.person == acting.owner, WinLink.kind == "goal", WinLink.target.in_(list(goals))
        )
        _store(acting, wins_with_verdict(acting.owner, Win.id.in_(linked)))


def verify_wins(acting: Acting, wins: Collection[str]) -> None:
    """Decide again which of these wins are verified, and counted; inside a transaction."""
    if wins:
        _store(acting, wins_with_verdict(acting.owner, Win.id.in_(list(wins))))


def _store(acting: Acting, rows: Iterable[Any]) -> None:
    # Most wins end up alike: a few statements, however many wins name the goal.
    alike: dict[tuple[bool, bool], list[str]] = defaultdict(list)
    for row in rows:
        verified = bool(row.met)
        if verified != row.verified:
            alike[verified, counts(row, verified=verified)].append(row.id)
    for (verified, counted), ids in alike.items():
        for first in range(0, len(ids), AT_ONCE):
            some = Win.id.in_(ids[first : first + AT_ONCE])
            changed = Win.update(verified=verified, counted=counted)
            changed.where(Win.person == acting.owner, some).execute()
