"""Recomputing what is stored beside wins but derived from their fields."""

from collections.abc import Iterable
from typing import Any

from webapp.domain.capture.wins import derived_from
from webapp.domain.teams.boards import correct_board
from webapp.rules.shared.ids import PersonId
from webapp.storage.account.owners import raise_rev
from webapp.storage.capture.rebuilding import delete_orphaned_links, win_keys_after
from webapp.storage.capture.wins import Win, WinLink, one_win
from webapp.storage.engine.database import transaction
from webapp.storage.goals.verified import wins_with_verdict
from webapp.storage.teams.boards import delete_orphaned_rows

BATCH = 100


def rebuild() -> tuple[int, int]:
    """Recompute what is derived of each win, and its links; return (wins, number corrected).

    In small transactions, so that taps do not wait. Safe while the server runs.
    """
    seen = differed = 0
    last = (0, "")
    while batch := _batch(last):
        with transaction():
            for person, win_id in batch:
                differed += _correct(person, win_id)
        seen += len(batch)
        last = batch[-1]
    with transaction():
        differed += delete_orphaned_links() + delete_orphaned_rows()
    return seen, differed


def _batch(last: tuple[int, str]) -> list[tuple[PersonId, str]]:
    rows: Any = win_keys_after(last).limit(BATCH).tuples()
    return list(rows)


def _correct(person: PersonId, win_id: str) -> bool:
    """Correct one win, inside the transaction: it may have changed since it was listed."""
    win: Win | None = one_win(person, win_id).first()
    if win is None:
        return False
    [(*_, verified)] = wins_with_verdict(person, Win.id == win_id)
    derived, links = derived_from(win, verified=bool(verified))
    stored = {
        (link.kind, link.target)
        for link in WinLink.select().where(WinLink.person == person, WinLink.win == win_id)
    }
    board = correct_board(win)
    if ({name: getattr(win, name) for name in derived}, stored) == (derived, links):
        return board
    Win.update(derived).where(Win.person == person, Win.id == win_id).execute()
    _replace_links(person, win_id, links)
    raise_rev(person)
    return True


def _replace_links(person: PersonId, win_id: str, links: Iterable[tuple[str, str]]) -> None:
    WinLink.delete().where(WinLink.person == person, WinLink.win == win_id).execute()
    rows = [{"person": person, "win": win_id, "kind": k, "target": t} for k, t in sorted(links)]
    if rows:
        WinLink.insert_many(rows).execute()
