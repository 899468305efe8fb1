"""Micro-goals, and which objectives they serve."""

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import add
from typing import Any

from peewee import (
    SQL,
    BigIntegerField,
    BooleanField,
    CharField,
    CompositeKey,
    ForeignKeyField,
    ModelSelect,
    SmallIntegerField,
    TextField,
    Tuple,
    fn,
)

from webapp.rules.shared.ids import OwnerId
from webapp.storage.account.people import Owner
from webapp.storage.engine.database import Stored
from webapp.storage.objectives.objectives import Objective


class Goal(Stored):
    """One micro-goal: its statement, due day and state.

    due: ISO day, None until one is chosen; of a recurring plan the last day on which it can fall.
    cadence, weekdays (bit 0 is Monday), month_day, time_of_day (minutes after midnight):
    rules/shared/schedule.py. state, state_at (ms): derived from its changes, stored here so that
    lists find them. active_from: ISO day on which it was first activated. no_objective: its owner
    said so, which is not the same as having chosen none yet. confidence: 0-10, stated at
    confidence_at (ms). rescoped_from: the id of the goal that this one replaces, or "".
    """

    owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
    owner_id: OwnerId
    id = CharField(max_length=36)
    statement = TextField(default="")
    impact = TextField(default="")
    due = CharField(max_length=10, null=True)
    cadence = CharField(max_length=8, default="once")
    weekdays = SmallIntegerField(default=0)
    month_day = SmallIntegerField(null=True)
    time_of_day = SmallIntegerField(null=True)
    area = CharField(max_length=60, default="")
    no_objective = BooleanField(default=False)
    state = CharField(max_length=12, default="draft")
    state_at = BigIntegerField()
    created = BigIntegerField()
    active_from = CharField(max_length=10, null=True)
    confidence = SmallIntegerField(null=True)
    confidence_at = BigIntegerField(null=True)
    rescoped_from = CharField(max_length=36, default="")

    class Meta:
        primary_key = CompositeKey("owner", "id")
        indexes = ((("owner", "state", "state_at", "id"), False),)


class GoalObjective(Stored):
    """The goal serves the objective (R24); readers leave out an objective that was deleted."""

    owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
    goal = CharField(max_length=36)
    objective = CharField(max_length=36)

    class Meta:
        primary_key = CompositeKey("owner", "goal", "objective")
        indexes = ((("owner", "objective", "goal"), False),)


def own_goals(owner: OwnerId) -> "ModelSelect[Goal]":
    """Return all goals of an owner, the one whose state changed last first."""
    return Goal.select().where(Goal.owner == owner).order_by(Goal.state_at.desc(), Goal.id.desc())


def goals_in(owner: OwnerId, *states: str) -> "ModelSelect[Goal]":
    """Return those of an owner's goals that are in one of these states."""
    return own_goals(owner).where(Goal.state.in_(states))


def one_goal(owner: OwnerId, goal_id: str) -> "ModelSelect[Goal]":
    """Return the goal of an owner with this id, if there is one."""
    return Goal.select().where(Goal.owner == owner, Goal.id == goal_id)


def newest_goals(owner: OwnerId, *some: tuple[Sequence[str], int]) -> list[Goal]:
    """Return the newest goals of an owner in each of some groups of states, as many as it says."""
    # Limited in queries of their own: a limit within a union would be that of the whole.
    groups = [
        Goal.select(SQL("*")).from_(goals_in(owner, *states).limit(most)) for states, most in some
    ]
    rows: list[Goal] = sorted(reduce(add, groups), key=lambda one: (one.state_at, one.id))
    return rows[::-1]


def goals_among(owner: OwnerId, goals: list[str]) -> list[str]:
    """Return those of these ids that are goals of an owner."""
    found: Any = Goal.select(Goal.id).where(Goal.owner == owner, Goal.id.in_(goals))
    return [goal for (goal,) in found.tuples()]


def closed_before(owner: OwnerId, state_at: int, goal_id: str, *states: str) -> "ModelSelect[Goal]":
    """Return the part of goals_in that follows the goal with this (state_at, id)."""
    return goals_in(owner, *states).where(Tuple(Goal.state_at, Goal.id) < Tuple(state_at, goal_id))


def count_by_state(owner: OwnerId, *states: str) -> dict[str, int]:
    """Return how many goals of an owner are in each of these states, without those of none."""
    query: Any = (
        Goal.select(Goal.state, fn.COUNT(Goal.id))
        .where(Goal.owner == owner, Goal.state.in_(states))
        .group_by(Goal.state)
    )
    return dict(query.tuples())


def count_by_confidence(owner: OwnerId, *states: str) -> "Iterable[tuple[int, str, int]]":
    """Return (confidence, state, number) of the goals in these states in which one was stated."""
    query: Any = (
        Goal.select(Goal.confidence, Goal.state, fn.COUNT(Goal.id))
        .where(Goal.owner == owner, Goal.state.in_(states), Goal.confidence.is_null(False))
        .group_by(Goal.confidence, Goal.state)
        .tuples()
    )
    found: Iterable[tuple[int, str, int]] = query
    return found


def without_objective(owner: OwnerId) -> "ModelSelect[Goal]":
    """Return the active goals that serve no existing objective."""
    there = (Objective.owner == GoalObjective.owner) & (Objective.id == GoalObjective.objective)
    serves = (
        GoalObjective.select(GoalObjective.goal)
        .join(Objective, on=there)
        .where(GoalObjective.owner == owner)
    )
    return goals_in(owner, "active").where(Goal.id.not_in(serves))


def served_by(owner: OwnerId, goals: list[str]) -> "Iterable[tuple[str, str, str]]":
    """Return (goal, objective, name) of the existing objectives that these goals serve."""
    there = (Objective.owner == GoalObjective.owner) & (Objective.id == GoalObjective.objective)
    query: Any = (
        GoalObjective.select(GoalObjective.goal, GoalObjective.objective, Objective.name)
        .join(Objective, on=there)
        .where(GoalObjective.owner == owner, GoalObjective.goal.in_(goals))
        .order_by(GoalObjective.goal, Objective.created, Objective.id)
        .tuples()
    )
    found: Iterable[tuple[str, str, str]] = query
    return found
