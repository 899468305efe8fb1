"""Micro-goals as pages show them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from webapp.domain.account.people import SignedIn
from webapp.domain.goals.dependencies import Need, stacks_of
from webapp.domain.goals.plans import day_or_none, schedule_of
from webapp.rules.goals.goals import GoalState, PlannedCriterion, is_met
from webapp.rules.shared.moments import moment_in
from webapp.rules.shared.schedule import Schedule, due_moment, open_occurrence, recent_occurrences
from webapp.storage.capture.wins import last_win_by_goal
from webapp.storage.goals.changes import CompletedOccurrence, completed_occurrences
from webapp.storage.goals.goals import Goal, marked_criteria, served_by

RECENT = 4
LOOK_BACK = timedelta(days=125)  # the last four periods of a monthly plan


@dataclass(frozen=True, slots=True)
class Mark:
    """One criterion and how far it is; value: of a number, None when nobody said."""

    key: int
    text: str
    target: float | None
    unit: str
    done: bool
    value: float | None


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A micro-goal and all that its row shows.

    state_at, state_on: since when it stands so (ms, ISO day).
    due: the ISO day of the open occurrence, "" when none is chosen; last: the ISO day on which a
    recurring plan ends, else "". period: `due` of a recurring plan, else "". met_by: the id of the
    entry by which it (or that occurrence) is met, or "". logged: a win came of
    that. over: the due moment has passed. recent: of the last periods of a recurring plan, how many
    were met and how many there were. needs, unlocks: what it depends on, what depends on it.
    """

    id: str
    statement: str
    impact: str
    state: str
    state_at: int
    state_on: str
    schedule: Schedule
    due: str
    last: str
    period: str
    met_by: str
    logged: bool
    over: bool
    area: str
    confidence: int | None
    rescoped_from: str
    marks: tuple[Mark, ...]
    objectives: tuple[tuple[str, str], ...]
    recent: tuple[int, int]
    needs: tuple[Need, ...]
    unlocks: tuple[Need, ...]

    @property
    def all_marked(self) -> bool:
        """Whether every criterion is met."""
        return all(mark.done for mark in self.marks)

    @property
    def possible(self) -> bool:
        """Whether all that it depends on is there, and it depends on something."""
        return bool(self.needs) and all(need.met for need in self.needs)

    @property
    def happened(self) -> int:
        """Its place in the list of closed goals."""
        return self.state_at


def rows_of(
    person: SignedIn, goals: Sequence[Goal], day: date, now: int, zone: str
) -> list[GoalRow]:
    """`goals` as rows, in their order; five queries, however many they are."""
    owner, ids = person.owner, [goal.id for goal in goals]
    since = (day - LOOK_BACK).isoformat()
    criteria = _by_goal(marked_criteria(owner, ids, day.isoformat()))
    met = {(one.goal, one.period): one for one in completed_occurrences(owner, ids, since)}
    won = dict(last_win_by_goal(person.id, ids))
    served: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for goal_id, objective, name in served_by(owner, ids):
        served[goal_id].append((objective, name))
    stacks = stacks_of(person, ids)
    return [
        _row(
            goal,
            day,
            state_on=day_at(person, goal.state_at, zone),
            over=_is_over(goal, person, day, now, zone),
            marks=_marks(goal, criteria[goal.id], day),
            met=met,
            won=won.get(goal.id, 0),
            objectives=tuple(served[goal.id]),
            needs=tuple(stacks[goal.id].needs),
            unlocks=tuple(stacks[goal.id].unlocks),
        )
        for goal in goals
    ]


def due_day(goal: Goal, day: date) -> str:
    """The ISO day of a goal's open occurrence on `day`, "" when it has no due day."""
    return open_day(schedule_of(goal), goal.due, day)


def open_day(schedule: Schedule, last: str | None, day: date) -> str:
    """due_day of a goal with this schedule whose last day (ISO) is `last`."""
    ends = day_or_none(last)
    return open_occurrence(schedule, ends, day).isoformat() if ends else ""


def day_at(person: SignedIn, instant: int, zone: str) -> str:
    """The ISO day to which `instant` (ms) belongs for a person whose phone is in `zone`."""
    return moment_in(zone, instant).day(person.day_start).isoformat()


def _row(
    goal: Goal,
    day: date,
    *,
    state_on: str,
    over: bool,
    marks: tuple[Mark, ...],
    met: Mapping[tuple[str, str], CompletedOccurrence],
    won: int,
    objectives: tuple[tuple[str, str], ...],
    needs: tuple[Need, ...],
    unlocks: tuple[Need, ...],
) -> GoalRow:
    schedule, due = schedule_of(goal), due_day(goal, day)
    period = due if schedule.recurs else ""
    completion = met.get((goal.id, period))
    return GoalRow(
        id=goal.id,
        statement=goal.statement,
        impact=goal.impact,
        state=goal.state,
        state_at=goal.state_at,
        state_on=state_on,
        schedule=schedule,
        due=due,
        last=goal.due or "" if schedule.recurs else "",
        period=period,
        met_by=completion.id if completion else "",
        logged=completion is not None and won >= completion.at,
        over=over,
        area=goal.area,
        confidence=goal.confidence,
        rescoped_from=goal.rescoped_from,
        marks=marks,
        objectives=objectives,
        recent=_recent(goal, day, met),
        needs=needs,
        unlocks=unlocks,
    )


def _is_over(goal: Goal, person: SignedIn, day: date, now: int, zone: str) -> bool:
    due = due_day(goal, day)
    if goal.state != GoalState.ACTIVE or not due:
        return False
    return now > due_moment(date.fromisoformat(due), goal.time_of_day, person.day_start, zone)


def _marks(goal: Goal, criteria: Iterable[Any], day: date) -> tuple[Mark, ...]:
    period = due_day(goal, day) if schedule_of(goal).recurs else ""
    found: dict[int, Mark] = {}
    for row in criteria:
        if row.key not in found or row.period == period:
            found[row.key] = _mark(goal, row, said=row.period == period)
    return tuple(found.values())


def _mark(goal: Goal, row: Any, *, said: bool) -> Mark:
    value = row.value if said else None
    criterion = PlannedCriterion(row.text, row.target, row.unit)
    done = goal.state == GoalState.MET or is_met(criterion, done=said and row.done, value=value)
    return Mark(row.key, row.text, row.target, row.unit, done, value)


def _recent(
    goal: Goal, day: date, met: Mapping[tuple[str, str], CompletedOccurrence]
) -> tuple[int, int]:
    first, last = day_or_none(goal.active_from), day_or_none(goal.due)
    if not (schedule_of(goal).recurs and first and last):
        return 0, 0
    days = list(recent_occurrences(schedule_of(goal), first, last, day, RECENT))
    return sum((goal.id, one.isoformat()) in met for one in days), len(days)


def _by_goal(criteria: Iterable[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for row in criteria:
        found[row.goal].append(row)
    return found
