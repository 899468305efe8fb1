"""The page of all micro-goals, and the pages of closed ones behind it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from webapp.domain.account.acting import Acting
from webapp.domain.goals.rows import GoalRow, rows_of
from webapp.rules.goals.goals import CLOSED, MOST_OPEN, OPEN, GoalState
from webapp.storage.goals.changes import entries_that_met
from webapp.storage.goals.goals import (
    Goal,
    closed_before,
    count_by_state,
    goals_in,
    newest_goals,
)
from webapp.storage.goals.serving import objectives_named_last

PAGE = 20
LAST = 3  # objectives that the form of a goal offers first


@dataclass(frozen=True, slots=True)
class GoalsPage:
    """All goals of a person: the active ones by due day, the others newest first.

    met_today: those that were met on this day, which can be taken back; closed does not repeat
    them. possible: drafts and parked ones whose dependencies are all met; drafts and parked do not
    repeat them. earlier: the last of the closed ones, when there are more before it. counts: how
    many are closed, by their state.
    """

    active: list[GoalRow]
    met_today: list[GoalRow]
    possible: list[GoalRow]
    drafts: list[GoalRow]
    parked: list[GoalRow]
    closed: list[GoalRow]
    earlier: GoalRow | None
    counts: Mapping[str, int]


def goals_page(acting: Acting, day: date, now: int, zone: str) -> GoalsPage:
    """Return what the page of goals shows on `day`; now: ms, zone: where the phone is."""
    found = newest_goals(acting.owner, (OPEN, MOST_OPEN), (CLOSED, PAGE + 1))
    opened = [goal for goal in found if goal.state in OPEN]
    closed = [goal for goal in found if goal.state in CLOSED]
    rows = rows_of(acting, [*opened, *closed[:PAGE]], day, now, zone)
    active = [row for row in rows if row.state == GoalState.ACTIVE]
    waiting = [row for row in rows if row.state in {GoalState.DRAFT, GoalState.PARKED}]
    others = [row for row in waiting if not row.possible]
    ended = [row for row in rows if row.state in CLOSED]
    met_today = [row for row in ended if _is_met_on(day, row)]
    return GoalsPage(
        active=sorted(active, key=lambda row: row.due),
        met_today=_with_way_back(acting, met_today),
        possible=[row for row in waiting if row.possible],
        drafts=[row for row in others if row.state == GoalState.DRAFT],
        parked=[row for row in others if row.state == GoalState.PARKED],
        closed=[row for row in ended if not _is_met_on(day, row)],
        earlier=ended[-1] if len(closed) > PAGE else None,
        counts=_counts_without(acting, closed, met_today) if closed else {},
    )


def closed_page(
    acting: Acting, after: tuple[int, str], day: date, now: int, zone: str
) -> tuple[list[GoalRow], bool]:
    """Return a page of closed goals after the given (state_at, id), and if there are more."""
    goals = list(closed_before(acting.owner, *after, *CLOSED).limit(PAGE + 1))
    return rows_of(acting, goals[:PAGE], day, now, zone), len(goals) > PAGE


def count_active(acting: Acting) -> int:
    """Return how many goals of the person are active."""
    return int(goals_in(acting.owner, GoalState.ACTIVE).count())


def last_objectives(acting: Acting) -> list[str]:
    """Return the ids of the objectives that the person's newest goals serve, the last one first."""
    return objectives_named_last(acting.owner, LAST)


def _is_met_on(day: date, row: GoalRow) -> bool:
    return row.state == GoalState.MET and row.state_on == day.isoformat()


def _with_way_back(acting: Acting, met: Sequence[GoalRow]) -> list[GoalRow]:
    """Return rows of goals met as a whole with the entry that did it, and if a win came of it."""
    if not met:
        return []
    ids = [row.id for row in met]
    entries, won = entries_that_met(acting.owner, ids)
    return [
        replace(row, met_by=entries.get((row.id, row.state_at), ""), logged=row.id in won)
        for row in met
    ]


def _counts_without(
    acting: Acting, closed: Sequence[Goal], met: Sequence[GoalRow]
) -> Mapping[str, int]:
    # Only what is longer than a page is counted by a statement of its own.
    counts: dict[str, int] = (
        count_by_state(acting.owner, *CLOSED)
        if len(closed) > PAGE
        else dict(Counter(goal.state for goal in closed))
    )
    return counts | {GoalState.MET.value: counts.get(GoalState.MET, 0) - len(met)}
