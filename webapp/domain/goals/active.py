"""The active micro-goals: on Today, and those without an objective."""

from dataclasses import dataclass
from datetime import date

from webapp.domain.account.acting import Acting
from webapp.domain.goals.plans import open_day
from webapp.rules.goals.goals import MOST_OPEN
from webapp.rules.shared.schedule import Every, Schedule
from webapp.storage.goals.goals import active_with_latest, without_objective

AT_MOST = 3  # on Today, R8a


@dataclass(frozen=True, slots=True)
class GoalLine:
    """An active goal on one line of Today.

    due: ISO day, or ""; period: `due` of a recurring plan, else ""; met_by: the id of the entry
    that completed this occurrence, or "".
    """

    id: str
    statement: str
    due: str
    period: str
    met_by: str


def active_goals(acting: Acting, day: date) -> list[GoalLine]:
    """Return at most three active goals for Today, the next due first (R8a); one query."""
    active = active_with_latest(owner=acting.owner, since=day.isoformat())
    lines = [_line(day, *goal) for goal in active]
    return sorted(lines, key=lambda line: line.due)[:AT_MOST]


def goals_without_objective(acting: Acting) -> list[tuple[str, str]]:
    """Return (id, statement) of active goals that serve no objective (R20, R43).

    Chosen so or not makes no difference.
    """
    found = without_objective(acting.owner).limit(MOST_OPEN)
    return [(goal.id, goal.statement) for goal in found]


def _line(
    day: date,
    goal_id: str,
    statement: str,
    last: str | None,
    cadence: str,
    weekdays: int,
    month_day: int | None,
    latest: str | None,
) -> GoalLine:
    schedule = Schedule(Every(cadence), weekdays, month_day)
    due = open_day(schedule, last, day)
    period, _, met_by = (latest or "").partition(" ")
    is_met = period and period >= due
    return GoalLine(
        goal_id, statement, due, due if schedule.recurs else "", met_by if is_met else ""
    )
