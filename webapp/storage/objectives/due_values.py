"""The newest values of indicators that were kept in the last weeks, as a part of a query."""

from typing import Any

from peewee import SQL, ModelSelect, fn

from webapp.rules.objectives.indicators import MOST_INDICATORS
from webapp.storage.engine.compiled import fixed, slot
from webapp.storage.objectives.indicators import Indicator, IndicatorValue

# Of an indicator: its id, name, unit, days of the newest value and of the one before (None without
# one), and whether the newest has an exposure.
KeptRow = tuple[str, str, str, str, str | None, int]


def kept_indicators() -> Any:
    """Return the part of a union with the indicators whose newest value is of the last weeks.

    Its columns: "value", id, name, day of the newest value, unit, how many of the newest have an
    exposure (0 or 1), null, day of the value before. Slots: owner; kept, until: the first ISO day
    of the newest value and the one after its last. The newest day of each indicator is one step in
    the index, and so is the day before it.
    """
    newest = _newest_days().alias("newest")
    value = IndicatorValue.alias()
    of_it = (value.owner == slot("owner"), value.indicator == newest.c.id)
    before = value.select(fn.MAX(value.day)).where(*of_it, value.day < newest.c.day)
    exposure = value.select(fn.COUNT(value.exposure)).where(*of_it, value.day == newest.c.day)
    columns = (newest.c.id, newest.c.name, newest.c.day, newest.c.unit)
    return (
        Indicator.select(SQL("'value'"), *columns, exposure, SQL("NULL"), before)
        .from_(newest)
        .where(newest.c.day >= slot("kept"), newest.c.day < slot("until"))
    )


def _newest_days() -> "ModelSelect[Indicator]":
    value = IndicatorValue.alias()
    days = value.select(fn.MAX(value.day)).where(
        value.owner == slot("owner"), value.indicator == Indicator.id
    )
    own = Indicator.select(Indicator.id, Indicator.name, Indicator.unit, days.alias("day"))
    return own.where(Indicator.owner == slot("owner")).limit(fixed(MOST_INDICATORS))
