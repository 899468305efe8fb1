"""What a record shows beside counted wins: the objectives they serve, goals that ended, lessons."""

from collections.abc import Iterable
from typing import Any

from peewee import ModelSelect

from webapp.rules.shared.ids import OwnerId
from webapp.storage.capture.wins import Win, WinLink
from webapp.storage.engine.lists import is_listed
from webapp.storage.goals.goals import Goal, GoalObjective

MOST_READ = 500  # wins of a period, the newest, that objectives and lessons are looked for in
MOST_ENDED = 500  # goals of a period, those that ended last
MOST_LESSONS = 50
ENDED = ("met", "not_met", "abandoned")


def objectives_among(wins: "ModelSelect[Win]") -> set[str]:
    """Return the ids of the objectives that the newest of these wins name."""
    newest = wins.select(Win.objectives).order_by(Win.day.desc()).limit(MOST_READ).alias("newest")
    named: Any = Win.select(newest.c.objectives).distinct().from_(newest).tuples()
    return {objective for (ids,) in named for objective in ids.split()}


def ended_goals(owner: OwnerId, moments: tuple[int, int], days: tuple[str, str]) -> Any:
    """Return goals that ended within `moments` (ms), and open ones that were due within `days`.

    They are rows of id, statement, impact, state, state_at and due, newest first; without
    re-scoped ones, and without open ones that recur.
    """
    ended = Goal.state.in_(ENDED) & Goal.state_at.between(*moments)
    overdue = (Goal.state == "active") & (Goal.cadence == "once") & Goal.due.between(*days)
    return (
        Goal.select(Goal.id, Goal.statement, Goal.impact, Goal.state, Goal.state_at, Goal.due)
        .where(Goal.owner == owner, ended | overdue)
        .order_by(Goal.state_at.desc(), Goal.id.desc())
        .limit(MOST_ENDED)
        .namedtuples()
    )


def serving(goals: Any, owner: OwnerId, objective: str) -> Any:
    """Return those of `goals` that serve this objective."""
    named = GoalObjective.select(GoalObjective.goal).where(
        GoalObjective.owner == owner, GoalObjective.objective == objective
    )
    return goals.where(is_listed(Goal.id, named))


def noted_wins(owner: OwnerId, first: str, last: str, objective: str) -> Iterable[Any]:
    """Return wins from `first` to `last` (ISO days) with a lesson, newest first.

    They are rows of id, day, what, worked and improve. objective: an id, or "" for any.
    """
    wins = Win.select(Win.id, Win.day, Win.what, Win.worked, Win.improve).where(
        Win.person == owner, Win.day.between(first, last)
    )
    if objective:
        linked = WinLink.select(WinLink.win).where(
            WinLink.person == owner, WinLink.kind == "objective", WinLink.target == objective
        )
        wins = wins.where(is_listed(Win.id, linked))
    newest = wins.order_by(Win.day.desc()).limit(MOST_READ).alias("newest")
    columns = (newest.c.id, newest.c.day, newest.c.what, newest.c.worked, newest.c.improve)
    found: Iterable[Any] = (
        Win.select(*columns)
        .from_(newest)
        .where((newest.c.worked != "") | (newest.c.improve != ""))
        .order_by(newest.c.day.desc(), newest.c.id.desc())
        .limit(MOST_LESSONS)
        .namedtuples()
    )
    return found
