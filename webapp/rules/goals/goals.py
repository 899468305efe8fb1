"""What a micro-goal is, and what it needs to become active (R19-R22)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from webapp.rules.goals.wording import wording_hint
from webapp.rules.shared.moments import DAY
from webapp.rules.shared.problems import N_, Problem
from webapp.rules.shared.schedule import Schedule, occurrences

LIMIT = 3  # active at once, unless the person chooses another number (R21)
LIMITS = range(1, 8)
MOST_OPEN = 100  # drafts, active and parked ones of one owner: lists and forms show them all
TOO_MANY_OPEN = Problem(
    "statement", N_("There are 100 open goals. Close or delete one, then plan this.")
)
FAR = timedelta(days=14)
ONCE = Schedule()


class GoalState(StrEnum):
    """The states of a micro-goal (R22)."""

    DRAFT = "draft"
    ACTIVE = "active"
    MET = "met"
    NOT_MET = "not_met"
    PARKED = "parked"
    ABANDONED = "abandoned"
    RESCOPED = "rescoped"


OPEN = (GoalState.DRAFT, GoalState.ACTIVE, GoalState.PARKED)
CLOSED = (GoalState.MET, GoalState.NOT_MET, GoalState.ABANDONED, GoalState.RESCOPED)


@dataclass(frozen=True, slots=True)
class PlannedCriterion:
    """One criterion: a line to tick, or with `target` a number of `unit` to reach."""

    text: str
    target: float | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A win plan, as far as it is complete.

    due: the day, or the last day of a plan that recurs. objectives: ids. new_objective: the name of
    one that is to be created with it. no_objective: its owner chose "no objective yet", which is
    not the same as an empty list.
    """

    statement: str = ""
    criteria: tuple[PlannedCriterion, ...] = ()
    due: date | None = None
    schedule: Schedule = ONCE
    impact: str = ""
    area: str = ""
    objectives: tuple[str, ...] = ()
    new_objective: str = ""
    no_objective: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A goal entered `state` at `at` (ms), as the entry `entry` says."""

    state: GoalState
    at: int
    entry: str


def missing_to_activate(plan: Plan, today: date) -> list[Problem]:
    """Return everything that keeps a plan from becoming active on `today` (R20)."""
    problems = []
    if not plan.statement:
        problems.append(Problem("statement", N_("Say in one line what you want to have done.")))
    if not plan.criteria:
        problems.append(
            Problem("criteria", N_("Name at least one criterion: how will it be seen?"))
        )
    if problem := _missing_day(plan, today):
        problems.append(problem)
    if not (plan.objectives or plan.new_objective or plan.no_objective):
        problems.append(
            Problem("objectives", N_("Choose an objective, or say “no objective yet”."))
        )
    return problems


def hints_for(plan: Plan, today: date, language: str) -> list[Problem]:
    """Return what would make a plan better; none of it prevents anything (R19, R21)."""
    found = []
    criteria = [criterion.text for criterion in plan.criteria]
    has_target = any(criterion.target is not None for criterion in plan.criteria)
    if hint := wording_hint(plan.statement, language, criteria, has_target=has_target):
        found.append(hint)
    if plan.due and plan.due > today + FAR and not plan.schedule.recurs:
        found.append(
            Problem(
                "due",
                N_("That is more than two weeks away. Is there a smaller first step before it?"),
            )
        )
    return found


def state_after(facts: Iterable[Fact]) -> Fact | None:
    """Return the fact that decides the state of a goal: the latest, by entry id in a tie.

    Where a goal was met on one phone and closed otherwise on another, the later moment counts, in
    whatever order the two arrive. None: nothing has happened yet, it is a draft.
    """
    return max(facts, key=lambda fact: (fact.at, fact.entry), default=None)


def may_state(state: GoalState, stated_at: int | None, now: int) -> bool:
    """Return whether the owner may state a confidence: while the goal is open, and once (R12).

    A mistake can be corrected for a day. Moments are ms.
    """
    opened = state not in CLOSED
    return opened and (stated_at is None or now < stated_at + DAY)


def is_met(criterion: PlannedCriterion, *, done: bool, value: float | None) -> bool:
    """Return whether a criterion is met that is ticked (`done`) or whose number is `value`."""
    return (
        done
        if criterion.target is None
        else done or (value is not None and value >= criterion.target)
    )


def with_keys(
    criteria: Sequence[PlannedCriterion], before: Mapping[int, PlannedCriterion], used: int
) -> dict[int, PlannedCriterion]:
    """Return the criteria by their keys, in order.

    before: those the goal had, by key. used: the highest key it ever had. A line that stays keeps
    its key, and so its tick; a number keeps the key of the number before. A new line gets a key
    that no other had, so that a tick made offline finds its own line or none.
    """
    free = {_sameness(criterion): key for key, criterion in before.items()}
    given: dict[int, PlannedCriterion] = {}
    for criterion in criteria:
        key = free.pop(_sameness(criterion), None)
        if key is None:
            key = used = used + 1
        given[key] = criterion
    return given


def _sameness(criterion: PlannedCriterion) -> str:
    return criterion.text if criterion.target is None else "\n"  # there is at most one number


def _missing_day(plan: Plan, today: date) -> Problem | None:
    if plan.due is None:
        return Problem("due", N_("Choose the day by which it is done."))
    if plan.due < today:
        return Problem("due", N_("That day has passed. Choose today or a later day."))
    if next(occurrences(plan.schedule, today, plan.due), None) is None:
        return Problem("due", N_("No such day is left before the last one. Choose a later day."))
    return None
