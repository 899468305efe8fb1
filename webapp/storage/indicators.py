"""Indicators and their values by day."""

from peewee import CharField, CompositeKey, DoubleField, ForeignKeyField, ModelSelect, TextField

from webapp.storage.database import Stored
from webapp.storage.people import Owner


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
    """The value of `indicator` on a day (ISO date); exposure: of how many, where that is known."""

    owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
    indicator = CharField(max_length=36)
    day = CharField(max_length=10)
    value = DoubleField()
    exposure = DoubleField(null=True)

    class Meta:
        primary_key = CompositeKey("owner", "indicator", "day")


def own_indicators(owner: int) -> "ModelSelect[Indicator]":
    """All indicators of an owner, by name."""
    return Indicator.select().where(Indicator.owner == owner).order_by(Indicator.name, Indicator.id)


def one_indicator(owner: int, indicator_id: str) -> "ModelSelect[Indicator]":
    """The indicator of an owner with this id, if there is one."""
    return Indicator.select().where(Indicator.owner == owner, Indicator.id == indicator_id)


def values_of(owner: int, indicator_id: str) -> "ModelSelect[IndicatorValue]":
    """The values of an indicator, newest day first."""
    return (
        IndicatorValue.select()
        .where(IndicatorValue.owner == owner, IndicatorValue.indicator == indicator_id)
        .order_by(IndicatorValue.day.desc())
    )
