"""Pitfalls that the log shows (R43)."""

from collections.abc import Sequence
from datetime import date

from webapp.domain.account.acting import Acting
from webapp.domain.insights.completion_rate import GoalFacts
from webapp.rules.insights.pitfalls import (
    FoundPitfall,
    Rhythm,
    inconsistent,
    too_many_goals,
    without_outcome,
)
from webapp.rules.insights.wins import WinFacts
from webapp.rules.shared.calendars import Calendar


def pitfalls_of(
    acting: Acting,
    wins: Sequence[WinFacts],
    goals: GoalFacts,
    rhythms: Sequence[Rhythm],
    calendar: Calendar,
    today: date,
) -> list[FoundPitfall]:
    """Return what three rules find; the fourth, celebration, waits for recognition."""
    found = (
        without_outcome(wins, goals.active, today),
        inconsistent(rhythms, calendar, today),
        too_many_goals(goals.active, acting.goal_limit, today),
    )
    return [one for one in found if one is not None]
