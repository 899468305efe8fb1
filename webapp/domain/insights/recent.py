"""The recent log, as adjustments, pitfalls and patterns read it."""

from datetime import date
from typing import Any

from webapp.domain.account.acting import Acting
from webapp.rules.insights.wins import WinFacts
from webapp.storage.insights.insights import recent_wins

MOST_WINS = 1000  # of one page; the newest


def wins_from(acting: Acting, since: date, today: date) -> list[WinFacts]:
    """Return the person's wins from `since` to `today`, newest day first, at most 1,000."""
    rows = recent_wins(
        owner=acting.owner, since=since.isoformat(), until=today.isoformat(), most=MOST_WINS
    )
    return [_facts(row) for row in rows]


def _facts(row: tuple[Any, ...]) -> WinFacts:
    win_id, day, what, kind, area, objectives, goal, preset, next_step, counted = row
    return WinFacts(
        win_id,
        date.fromisoformat(day),
        what,
        kind,
        area or None,
        tuple(objectives.split()),
        goal or None,
        preset or None,
        next_step,
        bool(counted),
    )
