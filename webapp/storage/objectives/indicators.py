"""Indicators and their values by day."""

from collections.abc import Iterable, Sequence
from functools import reduce
from typing import Any

from peewee import (
    SQL,
    CharField,
    CompositeKey,
    DoubleField,
    ForeignKeyField,
    ModelSelect,
    TextField,
    fn,
)

from webapp.rules.objectives.indicators import MOST_INDICATORS
from webapp.rules.shared.ids import OwnerId
from webapp.storage.account.people import Owner
from webapp.storage.engine.compiled import CompiledUpsert
from webapp.storage.engine.database import Stored


class Indicator(Stored):
    """A number over time that shows an outcome, keyed by its owner and an id.

    better: "up" or "down", the direction that is an improvement. baseline, target: in `unit`.
    objective: the id of the one whose outcome it shows, or "".
    """

    owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
    id = CharField(max_length=36)
    name = TextField()
    unit = CharField(max_length=40, default="")
    better = CharField(max_length=4, default="up")
    baseline = DoubleField(null=True)
    target = DoubleField(null=True)
    objective = CharField(max_length=36, default="")

    class Meta:
        primary_key = CompositeKey("owner", "id")


class IndicatorValue(Stored):
    """The value of `indicator` on a day (ISO date); exposure: of how many, if known."""

    owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
    indicator = CharField(max_length=36)
    day = CharField(max_length=10)
    value = DoubleField()
    exposure = DoubleField(null=True)

    class Meta:
        primary_key = CompositeKey("owner", "indicator", "day")


def own_indicators(owner: OwnerId) -> "ModelSelect[Indicator]":
    """Return all indicators of an owner, by name."""
    return Indicator.select().where(Indicator.owner == owner).order_by(Indicator.name, Indicator.id)


def one_indicator(owner: OwnerId, indicator_id: str) -> "ModelSelect[Indicator]":
    """Return the indicator of an owner with this id, if there is one."""
    return Indicator.select().where(Indicator.owner == owner, Indicator.id == indicator_id)


def values_of(owner: OwnerId, indicator_id: str) -> "ModelSelect[IndicatorValue]":
    """Return the values of an indicator, newest day first."""
    return (
        IndicatorValue.select()
        .where(IndicatorValue.owner == owner, IndicatorValue.indicator == indicator_id)
        .order_by(IndicatorValue.day.desc())
    )


def values_of_several(
    owner: OwnerId, indicators: list[str], most: int
) -> Iterable[tuple[str, str, float, float | None]]:
    """Return (indicator, day, value, exposure) of the `most` newest of each, newest first."""
    columns = [SQL(name) for name in ("indicator", "day", "value", "exposure")]
    each = [
        values_of(owner, one).limit(most).alias(f"of_{at}") for at, one in enumerate(indicators)
    ]
    parts: list[Any] = [IndicatorValue.select(*columns).from_(values) for values in each]
    return list(reduce(lambda one, other: one.union_all(other), parts).tuples()) if parts else []


def older_than(values: "ModelSelect[IndicatorValue]", day: str) -> "ModelSelect[IndicatorValue]":
    """Return the part of `values` before an ISO day."""
    return values.where(IndicatorValue.day < day)


def last_values(owner: OwnerId) -> Iterable[tuple[str, str, float, float | None]]:
    """Return (indicator, day, value, exposure) of the newest value of each indicator that has one.

    The day is one step in the index for each, and its value is looked up by its key: comparing the
    days with all values would read them.
    """
    other = IndicatorValue.alias()
    newest = (
        Indicator.select(
            Indicator.id,
            other.select(fn.MAX(other.day))
            .where(other.owner == owner, other.indicator == Indicator.id)
            .alias("day"),
        )
        .where(Indicator.owner == owner)
        .limit(MOST_INDICATORS)
        .alias("newest")
    )
    of_day = IndicatorValue.select().where(
        IndicatorValue.owner == owner,
        IndicatorValue.indicator == newest.c.id,
        IndicatorValue.day == newest.c.day,
    )
    value, exposure = of_day.select(IndicatorValue.value), of_day.select(IndicatorValue.exposure)
    query: Any = (
        Indicator.select(newest.c.id, newest.c.day, value, exposure)
        .from_(newest)
        .where(newest.c.day.is_null(False))
        .limit(MOST_INDICATORS)
        .tuples()
    )
    found: Iterable[tuple[str, str, float, float | None]] = query
    return found


def put_values(rows: Sequence[tuple[int, str, str, float, float | None]]) -> None:
    """Store (owner, indicator, day, value, exposure), replacing what has the same day."""
    for first in range(0, len(rows), AT_ONCE):
        _put(rows[first : first + AT_ONCE])


COLUMNS = (
    IndicatorValue.owner,
    IndicatorValue.indicator,
    IndicatorValue.day,
    IndicatorValue.value,
    IndicatorValue.exposure,
)
AT_ONCE = 500  # rows of one statement
_put = CompiledUpsert(IndicatorValue, COLUMNS, update=COLUMNS[3:], key=COLUMNS[:3])


def values_between(owner: OwnerId, indicator_id: str, first: str, last: str) -> set[str]:
    """Return the ISO days from `first` to `last` on which an indicator has a value."""
    found: Any = (
        IndicatorValue.select(IndicatorValue.day)
        .where(
            IndicatorValue.owner == owner,
            IndicatorValue.indicator == indicator_id,
            IndicatorValue.day.between(first, last),
        )
        .tuples()
    )
    return {day for (day,) in found}
