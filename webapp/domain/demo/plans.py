"""The objectives, indicators and micro-goals of the made-up person."""

from collections.abc import Sequence
from datetime import date, timedelta

from webapp.domain.account.people import SignedIn
from webapp.domain.demo import words
from webapp.domain.demo.calendar import DemoCalendar
from webapp.domain.demo.phone import Phone
from webapp.domain.demo.words import Planned
from webapp.domain.goals.confidences import state_confidence
from webapp.domain.goals.goals import draft_goal
from webapp.domain.goals.plans import planned_criteria
from webapp.domain.goals.states import activate, close, park
from webapp.domain.objectives.indicators import add_indicator, store_values
from webapp.domain.objectives.objectives import add_objective
from webapp.rules.goals.goals import GoalState, Plan, PlannedCriterion
from webapp.rules.objectives.indicators import Better, Measure, Value
from webapp.rules.objectives.objectives import ObjectiveFields

MORNING, AFTERNOON, EVENING = 9 * 60 + 5, 15 * 60 + 20, 16 * 60 + 40  # minutes after midnight
DEFECTS = (9, 8, 9, 7, 6, 7, 5, 4, 4, 3, 3, 2)
HOURS = (27, 25, 26, 22, 19, 20, 16, 14, 12, 11, 9, 9)
MOVED = (0, 0, 1, 1, 3, 5, 9, 9, 12, 15, 17, 17)


def store_objectives(person: SignedIn, now: int) -> list[str]:
    """Store the objectives and return their ids in the order of words.OBJECTIVES; now: ms."""
    ids: list[str] = []
    for name, why, serves in words.OBJECTIVES:
        fields = ObjectiveFields(name, why, serves=tuple(ids[number] for number in serves))
        ids.append(add_objective(person, fields, now))
    return ids


def store_indicators(
    person: SignedIn, calendar: DemoCalendar, objectives: Sequence[str]
) -> list[str]:
    """Store three indicators with a value for each week, and return their ids."""
    down, up = Better.DOWN, Better.UP
    measured = (
        (Measure("Defects that reached customers", "", down, 9, 2, objectives[2]), DEFECTS, 40),
        (Measure("Hours to the first answer", "h", down, 26, 8, objectives[4]), HOURS, None),
        (Measure("Customers on the new import", "", up, 0, 24, objectives[2]), MOVED, None),
    )
    return [_indicator(person, calendar, *one) for one in measured]


def _indicator(
    person: SignedIn,
    calendar: DemoCalendar,
    measure: Measure,
    weekly: Sequence[int],
    exposure: float | None,
) -> str:
    indicator = add_indicator(person, measure)
    days = zip(calendar.days[4::5], weekly, strict=True)
    values = [Value(day, value, exposure) for day, value in days]
    store_values(person, indicator, values)
    return indicator


def store_goals(phone: Phone, objectives: Sequence[str]) -> None:
    """Plan a micro-goal a week, meet most of them, and leave some open."""
    days = phone.calendar.days
    for week, planned in enumerate(words.GOALS):
        last = min(5 * week + 4 + phone.random.randint(0, 2), len(days) - 1)
        _closed(phone, objectives, planned, days[5 * week], days[last])
    parked = _started(phone, objectives, words.PARKED, days[-20], days[-12])
    park(phone.person, parked, phone.calendar.at(days[-15], EVENING).instant)
    ahead = phone.calendar.today + timedelta(days=4)
    for back, planned in zip((6, 3), words.ACTIVE, strict=True):
        goal = _started(phone, objectives, planned, days[-back], ahead + timedelta(days=back))
        _tick(phone, goal, days[-back + 1 :])
    _numbered(phone, objectives, ahead)
    draft_goal(phone.person, Plan(words.DRAFT, no_objective=True), phone.calendar.now)


def _started(
    phone: Phone, objectives: Sequence[str], planned: Planned, first: date, due: date
) -> str:
    criteria = tuple(PlannedCriterion(text) for text in planned.criteria)
    return _set(phone, objectives, planned, criteria, first, due)


def _set(
    phone: Phone,
    objectives: Sequence[str],
    planned: Planned,
    criteria: tuple[PlannedCriterion, ...],
    first: date,
    due: date,
) -> str:
    at = phone.calendar.at(first, MORNING).instant
    serves = (objectives[planned.serves],)
    plan = Plan(planned.statement, criteria, due, area=planned.area, objectives=serves)
    goal = draft_goal(phone.person, plan, at)
    activate(phone.person, goal, first, at)
    state_confidence(phone.person, goal, planned.sure, at)
    return goal


def _closed(
    phone: Phone, objectives: Sequence[str], planned: Planned, first: date, last: date
) -> None:
    goal = _started(phone, objectives, planned, first, last)
    end = phone.calendar.at(last, EVENING)
    if not planned.met:
        close(phone.person, goal, GoalState.NOT_MET, "Other things came first", end.instant)
        return
    for key in planned_criteria(phone.person, goal):
        phone.tap("tick_criterion", end, target=goal, criterion=key, done=True)
    phone.tap("meet_goal", end, target=goal)
    after = phone.calendar.at(last, EVENING + 1)
    serves = [objectives[planned.serves]]
    fields = {"what": planned.statement, "kind": "milestone", "area": planned.area}
    phone.tap("log_win", after, **fields, objectives=serves, goal=goal)


def _tick(phone: Phone, goal: str, days: Sequence[date]) -> None:
    # All criteria but the last, each on another day.
    keys = list(planned_criteria(phone.person, goal))
    for key, day in zip(keys[:-1], days, strict=False):
        at = phone.calendar.at(day, AFTERNOON)
        phone.tap("tick_criterion", at, target=goal, criterion=key, done=True)


def _numbered(phone: Phone, objectives: Sequence[str], due: date) -> None:
    criteria = (PlannedCriterion("", 5, "tickets"),)
    first = phone.calendar.days[-4]
    goal = _set(phone, objectives, words.NUMBERED, criteria, first, due)
    (key,) = planned_criteria(phone.person, goal)
    at = phone.calendar.at(phone.calendar.days[-1], AFTERNOON)
    phone.tap("tick_criterion", at, target=goal, criterion=key, done=False, value=3)
