"""How many of a person's micro-goals were met (R39), and which are active."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile
from typing import NamedTuple

from webapp.domain.account.acting import Acting
from webapp.domain.insights.clock import Clock
from webapp.rules.insights.comparisons import Comparison
from webapp.rules.insights.completion_rate import (
    ENOUGH,
    Closing,
    CompletionRate,
    DueGoal,
    compare_completion_rates,
    completion_rate,
)
from webapp.rules.insights.paces import days_at_pace
from webapp.rules.insights.pitfalls import ActiveGoal
from webapp.rules.shared.moments import DAY
from webapp.rules.shared.schedule import Every, Schedule, occurrences
from webapp.storage.insights.insights import goals_since

WINDOW = timedelta(weeks=8)
MISSED = (Closing.NOT_MET, Closing.ABANDONED)


class _Goal(NamedTuple):
    """A goal as these figures read it; the columns are those of storage/goals/goals.py."""

    id: str
    statement: str
    state: str
    state_at: int
    due: str | None
    cadence: str
    weekdays: int
    month_day: int | None
    active_from: str | None
    no_objective: bool


@dataclass(frozen=True, slots=True)
class GoalFacts:
    """Goals and occurrences due or closed in two windows; active ones; statements."""

    due: tuple[DueGoal, ...]
    active: tuple[ActiveGoal, ...]
    statements: dict[str, str]

    def missed(self, today: date) -> list[tuple[str, date]]:
        """Return (id, day) of goals that were not met, given up, or are overdue.

        Occurrences of recurring goals are left out.
        """
        return [
            (goal.id, goal.closed or goal.due)
            for goal in self.due
            if goal.id in self.statements
            and (goal.closing in MISSED or (goal.closing is None and goal.due < today))
        ]

    def next_due(self, today: date) -> date | None:
        """Return the next due day of an active goal, None without one."""
        return min((goal.due for goal in self.active if goal.due >= today), default=None)


@dataclass(frozen=True, slots=True)
class CompletionRates:
    """The last eight weeks (from `first` to yesterday or today), and the eight before.

    days: until both can be compared at the present pace, 0 when they can, None: never.
    """

    first: date
    now: CompletionRate
    before: CompletionRate
    comparison: Comparison
    days: int | None


def goal_facts(acting: Acting, clock: Clock) -> GoalFacts:
    """Return what is known of a person's goals in the last two windows and now."""
    first = clock.today - 2 * WINDOW
    ended = clock.now - (2 * WINDOW.days + 1) * DAY
    rows = goals_since(
        owner=acting.owner, ended=ended, first=first.isoformat(), last=clock.today.isoformat()
    )
    goals = sorted((_Goal(*row) for *row, period in rows if period is None), key=_newest_first)
    met = {(row[0], row[-1]) for row in rows}
    return GoalFacts(
        (*_single(goals, clock), *_recurring(goals, met, first, clock)),
        tuple(_active(goals)),
        {goal.id: goal.statement for goal in goals},
    )


def completion_rates_of(facts: GoalFacts, today: date) -> CompletionRates:
    """Return the completion rate, and whether it differs from the window before."""
    first = today - WINDOW + timedelta(days=1)
    now = completion_rate(facts.due, first, today, today)
    before = completion_rate(facts.due, first - WINDOW, first - timedelta(days=1), today)
    comparison = compare_completion_rates(before, now)
    ended = {*now.met, *now.not_met}
    happened = [goal.closed or goal.due for goal in facts.due if goal.id in ended]
    days = days_at_pace(max(comparison.missing), happened, today, ENOUGH, WINDOW)
    return CompletionRates(first, now, before, comparison, _at_least_a_window(comparison, days))


def _at_least_a_window(comparison: Comparison, days: int | None) -> int | None:
    # What the earlier window lacks can only come when the present one has become the earlier one.
    earlier_lacks = comparison.missing[0] > 0
    return days if days is None or not earlier_lacks else max(days, WINDOW.days)


def _single(goals: Iterable[_Goal], clock: Clock) -> Iterable[DueGoal]:
    for goal in goals:
        if goal.cadence == Every.ONCE:
            over = goal.state != "active"
            closed = clock.day_of(goal.state_at) if over else None
            due = _date(goal.due) or closed
            if due:
                yield DueGoal(goal.id, due, Closing(goal.state) if over else None, closed)


def _recurring(
    goals: Iterable[_Goal], met: Collection[tuple[str, str | None]], first: date, clock: Clock
) -> Iterable[DueGoal]:
    """Yield each occurrence as a goal of its own, met when it was completed."""
    for goal in goals:
        for day in _days(goal, first, clock):
            done = (goal.id, day.isoformat()) in met
            closing, closed = (Closing.MET, day) if done else (None, None)
            yield DueGoal(f"{goal.id}:{day}", day, closing, closed)


def _days(goal: _Goal, first: date, clock: Clock) -> Iterable[date]:
    last, begins = _date(goal.due), _date(goal.active_from)
    if goal.cadence == Every.ONCE or last is None or begins is None:
        return ()
    over = last if goal.state in {"active", "met"} else clock.day_of(goal.state_at)
    schedule = Schedule(Every(goal.cadence), goal.weekdays, goal.month_day)
    end = min(over, clock.today)
    return takewhile(lambda day: day <= end, occurrences(schedule, max(first, begins), last))


def _newest_first(goal: _Goal) -> tuple[bool, int, str]:
    return goal.state != "active", -goal.state_at, goal.id


def _active(goals: Iterable[_Goal]) -> Iterable[ActiveGoal]:
    for goal in goals:
        due = _date(goal.due)
        if goal.state == "active" and due:
            yield ActiveGoal(goal.id, due, linked=not goal.no_objective)


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
