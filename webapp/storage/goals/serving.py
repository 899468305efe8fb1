"""Which goals serve which objectives."""

from typing import Any

from peewee import ModelSelect, Tuple, fn

from webapp.rules.shared.ids import OwnerId
from webapp.storage.engine.lists import is_listed
from webapp.storage.goals.goals import Goal, GoalObjective, goals_in, own_goals
from webapp.storage.objectives.objectives import Objective

GIVEN_UP = ("abandoned", "rescoped")  # states of goals


def goals_serving(
    owner: OwnerId, objective_id: str, after: tuple[int, str] | None = None
) -> "ModelSelect[Goal]":
    """Return the goals that serve an objective, the one whose state changed last first.

    after: (state_at, id) of the goal after which they are listed.
    """
    named = GoalObjective.select(GoalObjective.goal).where(
        GoalObjective.owner == owner, GoalObjective.objective == objective_id
    )
    goals = own_goals(owner).where(is_listed(Goal.id, named))
    return goals.where(Tuple(Goal.state_at, Goal.id) < Tuple(*after)) if after else goals


def goals_by_objective(owner: OwnerId) -> dict[str, int]:
    """Return how many goals serve each objective, without those that were given up."""
    kept = Goal.select(Goal.id).where(Goal.owner == owner, Goal.state.not_in(GIVEN_UP))
    counted: Any = (
        GoalObjective.select(GoalObjective.objective, fn.COUNT(GoalObjective.goal))
        .where(GoalObjective.owner == owner, is_listed(GoalObjective.goal, kept))
        .group_by(GoalObjective.objective)
    )
    return dict(counted.tuples())


def objectives_named_last(owner: OwnerId, most: int) -> list[str]:
    """Return the ids of the objectives that the newest goals serve, the last one first."""
    kept = (GoalObjective.owner == Goal.owner) & (GoalObjective.goal == Goal.id)
    newest: Any = (
        GoalObjective.select(GoalObjective.objective, fn.MAX(Goal.created).alias("named"))
        .join(Goal, on=kept)
        .where(GoalObjective.owner == owner)
        .group_by(GoalObjective.objective)
        .order_by(fn.MAX(Goal.created).desc(), GoalObjective.objective)
        .limit(most)
    )
    return [objective for objective, _ in newest.tuples()]


def goals_without_objective(owner: OwnerId) -> "ModelSelect[Goal]":
    """Return the active and draft goals that serve no existing objective."""
    tied = GoalObjective.select(GoalObjective.goal).where(
        GoalObjective.owner == owner,
        GoalObjective.objective.in_(Objective.select(Objective.id).where(Objective.owner == owner)),
    )
    return goals_in(owner, "draft", "active").where(Goal.id.not_in(tied))
