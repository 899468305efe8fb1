"""Pitfalls that the log shows (R43)."""

from collections.abc import Sequence
from datetime import date

from webapp.domain.completions import GoalFacts
from webapp.domain.people import SignedIn
from webapp.rules.calendars import Calendar
from webapp.rules.pitfalls import Found, Rhythm, inconsistent, too_many_goals, without_outcome
from webapp.rules.rows import WinRow


def pitfalls_of(
    person: SignedIn,
    wins: Sequence[WinRow],
    goals: GoalFacts,
    rhythms: Sequence[Rhythm],
    calendar: Calendar,
    today: date,
) -> list[Found]:
    """What three rules find. The fourth, celebration out of proportion, waits for teams."""
    found = (
        without_outcome(wins, goals.active, today),
        inconsistent(rhythms, calendar, today),
        too_many_goals(goals.active, person.goal_limit, today),
    )
    return [one for one in found if one is not None]
