"""Micro-goals as lists and pages show them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from webapp.domain.account.acting import Acting
from webapp.domain.goals.dependencies import Need, Stack, stacks_of
from webapp.domain.goals.marks import Mark, marks_of
from webapp.domain.goals.plans import day_or_none, due_day, schedule_of
from webapp.rules.goals.goals import GoalState
from webapp.rules.goals.progress import Segment, segments_of
from webapp.rules.shared.moments import moment_in
from webapp.rules.shared.schedule import Schedule, due_moment, recent_occurrences
from webapp.storage.capture.wins import last_win_by_goal
from webapp.storage.goals.changes import CompletedOccurrence, completed_on
from webapp.storage.goals.goals import Goal, served_by

RECENT = 4


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A micro-goal and everything that its row shows.

    state_at, state_on: since when it has its state (ms, ISO day). due: the ISO day of the open
    occurrence, "" when none is chosen. last: the ISO day on which a recurring plan ends, else "".
    period: `due` of a recurring plan, else "". met_by: the id of the entry that completed it (or
    that occurrence), or "". logged: a win came of that. over: the due moment has passed. recent: of
    the last occurrences of a recurring plan, how many were completed and how many there were.
    needs, unlocks: what it depends on, what depends on it.
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
    def segments(self) -> list[Segment]:
        """How far it is, as the segments of a bar."""
        return segments_of(self.marks)

    @property
    def possible(self) -> bool:
        """Whether it depends on something and all of that is met."""
        return bool(self.needs) and all(need.met for need in self.needs)

    @property
    def happened(self) -> int:
        """Its position in the list of closed goals."""
        return self.state_at


@dataclass(frozen=True, slots=True)
class _RowFacts:
    """What is known of some goals, by the id of the goal.

    completed: by goal and ISO day of the occurrence. won: ms of the last win since its open
    occurrence was completed. served: (id, name) of objectives.
    """

    marks: Mapping[str, tuple[Mark, ...]]
    completed: Mapping[tuple[str, str], CompletedOccurrence]
    won: Mapping[str, int]
    served: Mapping[str, Sequence[tuple[str, str]]]
    stacks: Mapping[str, Stack]


def rows_of(acting: Acting, goals: Sequence[Goal], day: date, now: int, zone: str) -> list[GoalRow]:
    """Return `goals` as rows, in their order; a few queries, however many goals there are."""
    facts = _facts_about(acting, goals, day)
    return [
        _row(
            goal,
            facts,
            day,
            state_on=day_at(acting, goal.state_at, zone),
            over=_is_over(goal, acting, day, now, zone),
        )
        for goal in goals
    ]


def day_at(acting: Acting, instant: int, zone: str) -> str:
    """Return the ISO day of `instant` (ms) for a person whose phone is in `zone`."""
    return moment_in(zone, instant).day(acting.day_start).isoformat()


def _facts_about(acting: Acting, goals: Sequence[Goal], day: date) -> _RowFacts:
    owner, ids = acting.owner, [goal.id for goal in goals]
    days = {one for goal in goals for one in _days_shown(goal, day)}
    completed = list(completed_on(owner, ids, days)) if days else []
    opened = {(goal.id, due_day(goal, day)) for goal in goals}
    served: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for goal_id, objective, name in served_by(owner, ids):
        served[goal_id].append((objective, name))
    return _RowFacts(
        marks_of(owner, goals, day),
        {(one.goal, one.period): one for one in completed},
        _won_since(acting, [one for one in completed if (one.goal, one.period) in opened]),
        served,
        stacks_of(acting, ids),
    )


def _won_since(acting: Acting, completed: Sequence[CompletedOccurrence]) -> Mapping[str, int]:
    # Only what was won since the first of these completions is asked for: mostly a few wins.
    if not completed:
        return {}
    since = min(one.at for one in completed)
    return dict(last_win_by_goal(acting.owner, [one.goal for one in completed], since))


def _row(goal: Goal, facts: _RowFacts, day: date, *, state_on: str, over: bool) -> GoalRow:
    schedule, due = schedule_of(goal), due_day(goal, day)
    period = due if schedule.recurs else ""
    completion = facts.completed.get((goal.id, period))
    stack = facts.stacks.get(goal.id, Stack())
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
        logged=completion is not None and facts.won.get(goal.id, 0) >= completion.at,
        over=over,
        area=goal.area,
        confidence=goal.confidence,
        rescoped_from=goal.rescoped_from,
        marks=facts.marks.get(goal.id, ()),
        objectives=tuple(facts.served.get(goal.id, ())),
        recent=_recent(goal, day, facts.completed),
        needs=tuple(stack.needs),
        unlocks=tuple(stack.unlocks),
    )


def _is_over(goal: Goal, acting: Acting, day: date, now: int, zone: str) -> bool:
    due = due_day(goal, day)
    if goal.state != GoalState.ACTIVE or not due:
        return False
    return now > due_moment(date.fromisoformat(due), goal.time_of_day, acting.day_start, zone)


def _days_shown(goal: Goal, day: date) -> Iterable[str]:
    # The open occurrence, and those that _recent counts, of which the first may be today's.
    first, last = day_or_none(goal.active_from), day_or_none(goal.due)
    if schedule_of(goal).recurs and last:
        yield due_day(goal, day)
    if schedule_of(goal).recurs and last and first:
        recent = recent_occurrences(schedule_of(goal), first, last, day, RECENT + 1)
        yield from (one.isoformat() for one in recent)


def _recent(
    goal: Goal, day: date, completed: Mapping[tuple[str, str], CompletedOccurrence]
) -> tuple[int, int]:
    first, last = day_or_none(goal.active_from), day_or_none(goal.due)
    if not (schedule_of(goal).recurs and first and last):
        return 0, 0
    # Today's counts when it is completed; until the day is over it is not missed.
    done = (goal.id, day.isoformat()) in completed
    until = day if done else day - timedelta(days=1)
    days = list(recent_occurrences(schedule_of(goal), first, last, until, RECENT))
    return sum((goal.id, one.isoformat()) in completed for one in days), len(days)
