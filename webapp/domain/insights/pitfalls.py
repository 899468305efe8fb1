"""Pitfalls that the log shows (R43)."""

from collections.abc import Sequence
from datetime import date

from webapp.domain.account.acting import Acting
from webapp.domain.insights.completion_rate import GoalFacts
from webapp.rules.insights.pitfalls import (
    FoundPitfall,
    Praise,
    Rhythm,
    inconsistent,
    out_of_proportion,
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
    praises: Sequence[Praise],
    calendar: Calendar,
    today: date,
) -> list[FoundPitfall]:
    """Return what the four rules find; praises: the thanks that the person gave to teams."""
    found = (
        without_outcome(wins, goals.active, today),
        out_of_proportion(praises, today),
        inconsistent(rhythms, calendar, today),
        too_many_goals(goals.active, acting.goal_limit, today),
    )
    return [one for one in found if one is not None]
