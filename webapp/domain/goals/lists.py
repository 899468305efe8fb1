"""The page of all micro-goals, and the pages of closed ones behind it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from webapp.domain.account.acting import Acting
from webapp.domain.goals.rows import GoalRow, rows_of
from webapp.rules.goals.goals import CLOSED, MOST_OPEN, OPEN, GoalState
from webapp.storage.goals.goals import closed_before, count_by_state, goals_in, newest_goals
from webapp.storage.goals.serving import objectives_named_last

PAGE = 20
LAST = 3  # objectives that the form of a goal offers first


@dataclass(frozen=True, slots=True)
class GoalsPage:
    """All goals of a person: the active ones by due day, the others newest first.

    possible: drafts and parked ones whose dependencies are all met; drafts and parked do not repeat
    them. more: there are further closed ones. counts: how many are closed, by their state.
    """

    active: list[GoalRow]
    possible: list[GoalRow]
    drafts: list[GoalRow]
    parked: list[GoalRow]
    closed: list[GoalRow]
    more: bool
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
    return GoalsPage(
        active=sorted(active, key=lambda row: row.due),
        possible=[row for row in waiting if row.possible],
        drafts=[row for row in others if row.state == GoalState.DRAFT],
        parked=[row for row in others if row.state == GoalState.PARKED],
        closed=[row for row in rows if row.state in CLOSED],
        more=len(closed) > PAGE,
        counts=count_by_state(acting.owner, *CLOSED) if closed else {},
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
