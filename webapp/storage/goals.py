"""Micro-goals, their criteria, and which objectives they serve."""

from peewee import (
    BigIntegerField,
    BooleanField,
    CharField,
    CompositeKey,
    DoubleField,
    ForeignKeyField,
    ModelSelect,
    SmallIntegerField,
    TextField,
)

from webapp.storage.database import Stored
from webapp.storage.people import Owner


class Goal(Stored):
    """One micro-goal: what it says, when it is due, where it stands.

    due: ISO day, None while nobody has chosen one; of a recurring plan the last day on which it
    can fall. cadence, weekdays (bit 0 is Monday), month_day, time_of_day (minutes after midnight):
    rules/schedule.py. state, state_at (ms): what follows from its changes, kept here for lists to
    find. active_from: ISO day on which it was first set. no_objective: its owner said so, which is
    not the same as having chosen none yet. confidence: 0-10, stated at confidence_at (ms).
    rescoped_from: the id of the goal that this one was made of, or "".
    """

    owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
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


class Criterion(Stored):
    """One thing by which it is seen whether a goal is met: a line, or with `target` a number.

    key: its number within the goal, never given to another, so that a tick that was made offline
    finds its line after the others were moved. place: where it stands in the list.
    """

    owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
    goal = CharField(max_length=36)
    key = SmallIntegerField()
    place = SmallIntegerField()
    text = TextField(default="")
    target = DoubleField(null=True)
    unit = CharField(max_length=40, default="")

    class Meta:
        primary_key = CompositeKey("owner", "goal", "key")


class Tick(Stored):
    """Whether a criterion is met (`done`), or how far its number is (`value`): the latest word.

    period: the ISO day of the occurrence in a recurring plan, else "". at: ms, entry: its id; the
    later of two counts, whichever arrives first.
    """

    owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
    goal = CharField(max_length=36)
    criterion = SmallIntegerField()
    period = CharField(max_length=10, default="")
    done = BooleanField()
    value = DoubleField(null=True)
    at = BigIntegerField()
    entry = CharField(max_length=36)

    class Meta:
        primary_key = CompositeKey("owner", "goal", "criterion", "period")


class GoalObjective(Stored):
    """The goal serves the objective (R24); an objective that is gone is left out when read."""

    owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
    goal = CharField(max_length=36)
    objective = CharField(max_length=36)

    class Meta:
        primary_key = CompositeKey("owner", "goal", "objective")
        indexes = ((("owner", "objective", "goal"), False),)


def own_goals(owner: int) -> "ModelSelect[Goal]":
    """All goals of an owner, those first whose state changed last."""
    return Goal.select().where(Goal.owner == owner).order_by(Goal.state_at.desc(), Goal.id.desc())


def goals_in(owner: int, *states: str) -> "ModelSelect[Goal]":
    """Those of an owner's goals that are in one of these states."""
    return own_goals(owner).where(Goal.state.in_(states))


def one_goal(owner: int, goal_id: str) -> "ModelSelect[Goal]":
    """The goal of an owner with this id, if there is one."""
    return Goal.select().where(Goal.owner == owner, Goal.id == goal_id)


def criteria_of(owner: int, goals: list[str]) -> "ModelSelect[Criterion]":
    """The criteria of these goals, in their order."""
    return (
        Criterion.select()
        .where(Criterion.owner == owner, Criterion.goal.in_(goals))
        .order_by(Criterion.goal, Criterion.place)
    )


def ticks_of(owner: int, goals: list[str], since: str = "") -> "ModelSelect[Tick]":
    """What was ticked of these goals; of recurring ones in periods from `since` (ISO day) on."""
    return Tick.select().where(
        Tick.owner == owner, Tick.goal.in_(goals), (Tick.period == "") | (Tick.period >= since)
    )
