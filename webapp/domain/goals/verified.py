"""Keeping with wins whether they came of a goal that was met by its criteria."""

from collections.abc import Collection, Iterable
from typing import Any

from webapp.domain.account.people import SignedIn
from webapp.rules.capture.wins import counts
from webapp.storage.capture.wins import Win, WinLink
from webapp.storage.goals.verified import wins_with_verdict


def verify_wins_of(person: SignedIn, goals: Collection[str]) -> None:
    """Decide again which wins of these goals are verified, and counted; inside a transaction."""
    if goals:
        linked = WinLink.select(WinLink.win).where(
            WinLink.person == person.id, WinLink.kind == "goal", WinLink.target.in_(list(goals))
        )
        _store(person, wins_with_verdict(person.id, Win.id.in_(linked)))


def verify_wins(person: SignedIn, wins: Collection[str]) -> None:
    """Decide again which of these wins are verified, and counted; inside a transaction."""
    if wins:
        _store(person, wins_with_verdict(person.id, Win.id.in_(list(wins))))


def _store(person: SignedIn, rows: Iterable[Any]) -> None:
    for row in rows:
        verified = bool(row.met)
        if verified != row.verified:
            changed = Win.update(verified=verified, counted=counts(row, verified=verified))
            changed.where(Win.person == person.id, Win.id == row.id).execute()
