"""The recent log, as adjustments, pitfalls and patterns read it."""

from dataclasses import replace
from datetime import date
from typing import Any

from webapp.domain.account.acting import Acting
from webapp.rules.insights.wins import WinFacts
from webapp.rules.shared.moments import BROUGHT_ALONG
from webapp.storage.insights.insights import recent_wins

MOST_WINS = 1000  # of one page; the newest


def wins_from(acting: Acting, since: date, until: date) -> list[WinFacts]:
    """Return the person's wins of these days, newest day first, at most 1,000."""
    rows = recent_wins(
        owner=acting.owner, since=since.isoformat(), until=until.isoformat(), most=MOST_WINS
    )
    return [_facts(row) for row in rows]


def wins_so_far(acting: Acting, since: date, today: date) -> list[WinFacts]:
    """Return the person's wins from `since` on, newest day first, at most 1,000.

    One of a day that has not come here yet, logged before a flight over the date line, is of today.
    """
    wins = wins_from(acting, since, today + BROUGHT_ALONG)
    return [replace(win, day=today) if win.day > today else win for win in wins]


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
