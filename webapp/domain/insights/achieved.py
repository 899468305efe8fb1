"""Goals that ended in a period, and what was learned in it: the rest of a record (R45)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from webapp.domain.account.acting import Acting
from webapp.domain.goals.rows import day_at
from webapp.rules.capture.evidence import EvidenceQuery
from webapp.rules.shared.folding import folded
from webapp.rules.shared.moments import DAY
from webapp.storage.insights.records import ended_goals, noted_wins, serving


@dataclass(frozen=True, slots=True)
class MetGoal:
    """A goal that was met: on which day, and what it was to change."""

    id: str
    statement: str
    impact: str
    day: date


@dataclass(frozen=True, slots=True)
class Goals:
    """The goals that were met in a period, newest first, and how many ended in it.

    ended: also those that were not met, given up, or due and still open.
    """

    met: tuple[MetGoal, ...] = ()
    ended: int = 0


@dataclass(frozen=True, slots=True)
class Noted:
    """What was learned with a win."""

    win: str
    what: str
    day: date
    worked: str
    improve: str


def goals_of(acting: Acting, asked: EvidenceQuery, today: date, zone: str) -> Goals:
    """Return the goals of the period; a goal belongs to the day on which it ended or was due.

    today: a goal that is due then is not over. zone: where the phone is.
    """
    over = min(asked.last, today - timedelta(days=1))
    rows = ended_goals(
        acting.owner,
        (_midnight(asked.first) - DAY, _midnight(asked.last) + 3 * DAY),
        (asked.first.isoformat(), over.isoformat()),
    )
    rows = serving(rows, acting.owner, asked.objective) if asked.objective else rows
    ended = [
        (goal.state, MetGoal(goal.id, goal.statement, goal.impact, day))
        for goal in rows
        if has_words(asked.words, goal.statement, goal.impact)
        for day in [_day(acting, goal, zone)]
        if asked.first <= day <= asked.last
    ]
    return Goals(tuple(goal for state, goal in ended if state == "met"), len(ended))


def lessons_of(acting: Acting, asked: EvidenceQuery) -> tuple[Noted, ...]:
    """Return what was noted with wins of the period, newest first; the same words once."""
    first, last = asked.first.isoformat(), asked.last.isoformat()
    rows = noted_wins(acting.owner, first, last, asked.objective)
    found: dict[tuple[str, str], Noted] = {}
    for row in rows:
        if row.id not in asked.without and has_words(asked.words, row.worked, row.improve):
            key = (folded(row.worked), folded(row.improve))
            noted = Noted(row.id, row.what, date.fromisoformat(row.day), row.worked, row.improve)
            found.setdefault(key, noted)
    return tuple(found.values())


def has_words(words: Sequence[str], *texts: str) -> bool:
    """Return whether all these folded words are in the texts."""
    text = folded(" ".join(texts))
    return all(word in text for word in words)


def _day(acting: Acting, goal: object, zone: str) -> date:
    state, state_at, due = (getattr(goal, name) for name in ("state", "state_at", "due"))
    return date.fromisoformat(due if state == "active" else day_at(acting, state_at, zone))


def _midnight(day: date) -> int:
    # No zone is a day away from UTC; the days themselves are compared afterwards.
    return round(datetime.combine(day, time.min, UTC).timestamp()) * 1000
