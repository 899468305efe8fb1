"""The micro-goals on Today, and the active ones without an objective."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from webapp.domain.account.acting import Acting
from webapp.domain.goals.plans import open_day
from webapp.domain.objectives.due_values import DueValue, due_value
from webapp.rules.goals.goals import MOST_OPEN
from webapp.rules.objectives.readings import kept_between
from webapp.rules.shared.schedule import Every, Schedule, due_moment
from webapp.storage.goals.goals import without_objective
from webapp.storage.goals.today import lines_of_today, lines_with_teams
from webapp.storage.objectives.due_values import KeptRow

AT_MOST = 3  # on Today, R8a


@dataclass(frozen=True, slots=True)
class GoalLine:
    """A goal on one line of Today: an active one, or one that was met today.

    due: ISO day, or ""; period: `due` of a recurring plan, else ""; met_by: the id of the entry
    that completed it, or this occurrence, or "". team: the number of the team whose goal it is, 0
    where it is one's own; team_name: its name, else "".
    """

    id: str
    statement: str
    due: str
    period: str
    met_by: str
    team: int = 0
    team_name: str = ""


@dataclass(frozen=True, slots=True)
class TodaysThings:
    """What Today shows of an owner's goals and indicators.

    goals: at most three active ones, the next due first (R8a), and at most three met today, the
    last one first: these can be taken back. value: of this week, None where none is due.
    """

    goals: list[GoalLine]
    value: DueValue | None


def todays_things(acting: Acting, day: date, zone: str, *, in_teams: bool = False) -> TodaysThings:
    """Return what Today shows on `day` of an owner's goals and indicators; one query.

    zone: where the phone is. in_teams: they are a person who may have goals of teams.
    """
    kept, until = (one.isoformat() for one in kept_between(day))
    read = lines_with_teams if in_teams else lines_of_today
    begins = due_moment(day - timedelta(days=1), None, acting.day_start, zone)
    rows = read(owner=acting.owner, since=day.isoformat(), begins=begins, kept=kept, until=until)
    values = [_kept(*row[1:]) for row in rows if row[0] == "value"]
    goals = [_line(day, *row[1:]) for row in rows if row[0] == "goal"]
    goals += [_of_team(row[0], _line(day, *row[1:])) for row in rows if row[0][:1].isdigit()]
    active = sorted(goals, key=lambda line: line.due)[:AT_MOST]
    met = [_line(day, *row[1:]) for row in rows if row[0] == "met"]
    return TodaysThings(active + met, due_value(values))


def goals_without_objective(acting: Acting) -> list[tuple[str, str]]:
    """Return (id, statement) of active goals that serve no objective (R20, R43).

    Chosen so or not makes no difference.
    """
    found = without_objective(acting.owner).limit(MOST_OPEN)
    return [(goal.id, goal.statement) for goal in found]


def _of_team(team: str, line: GoalLine) -> GoalLine:
    number, _, name = team.partition(" ")
    return replace(line, team=int(number), team_name=name)


def _kept(
    indicator: str, name: str, newest: str, unit: str, rated: int, _none: None, before: str | None
) -> KeptRow:
    return indicator, name, unit, newest, before, rated


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
