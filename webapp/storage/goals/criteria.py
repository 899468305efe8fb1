"""The criteria of micro-goals, and the ticks that complete them."""

from typing import Any

from peewee import (
    BigIntegerField,
    BooleanField,
    Case,
    CharField,
    CompositeKey,
    DoubleField,
    ForeignKeyField,
    ModelSelect,
    SmallIntegerField,
    TextField,
    fn,
)

from webapp.rules.goals.plans import MOST_LINES
from webapp.rules.shared.ids import OwnerId
from webapp.storage.account.people import Owner
from webapp.storage.engine.database import Stored

REMOVED = -1  # the place of a criterion that was removed


class Criterion(Stored):
    """One thing by which it is seen whether a goal is met: a line, or with `target` a number.

    key: its number within the goal, never reused, so that a tick that was made offline finds its
    line after others were moved. place: its position in the list, or REMOVED.
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
    """Whether a criterion is met (`done`), or how far its number is (`value`): the newest entry.

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


MARKED = (Criterion.goal, Criterion.key, Criterion.text, Criterion.target, Criterion.unit)


def criteria_of(owner: OwnerId, goals: list[str]) -> "ModelSelect[Criterion]":
    """Return the criteria of these goals, in their order."""
    return (
        Criterion.select()
        .where(Criterion.owner == owner, Criterion.goal.in_(goals), Criterion.place != REMOVED)
        .order_by(Criterion.goal, Criterion.place)
    )


def highest_key(owner: OwnerId, goal_id: str) -> int:
    """Return the highest key that a criterion of this goal ever had, 0 when it had none."""
    of_goal = Criterion.select(fn.MAX(Criterion.key)).where(
        Criterion.owner == owner, Criterion.goal == goal_id
    )
    return of_goal.scalar() or 0


def marked_criteria(owner: OwnerId, periods: dict[str, str]) -> Any:
    """Return criteria_of with their ticks: one row for each criterion.

    periods: the occurrence whose ticks are read, by goal: an ISO day, "" if it does not recur. A
    row is (goal, key, text, target, unit, done, value); the last two are None without a tick. Each
    tick is looked up by its key: with a join, PostgreSQL may compare all ticks with all criteria.
    """
    tick = Tick.select().where(
        Tick.owner == owner,
        Tick.goal == Criterion.goal,
        Tick.criterion == Criterion.key,
        Tick.period == Case(Criterion.goal, list(periods.items()), ""),
    )
    done, value = tick.select(Tick.done).alias("done"), tick.select(Tick.value).alias("value")
    return (
        criteria_of(owner, list(periods))
        .select(*MARKED, done, value)
        .limit(MOST_LINES * len(periods))
        .namedtuples()
    )
