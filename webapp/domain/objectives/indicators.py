"""Indicators: numbers over time that show an outcome (R25)."""

import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta

from webapp.domain.account.acting import Acting
from webapp.domain.account.deletions import delete_once
from webapp.domain.objectives.objectives import objective_of
from webapp.domain.objectives.unlinking import relink_wins, unlink_wins
from webapp.domain.shared.changing import changing
from webapp.rules.charts.line_charts import MOST_VALUES
from webapp.rules.objectives.indicators import MOST_INDICATORS, TOO_MANY_INDICATORS, Measure, Value
from webapp.rules.shared.deletions import DeletedKind
from webapp.rules.shared.problems import Invalid, NotFound
from webapp.storage.account.deletions import Rows
from webapp.storage.capture.wins import count_linked_wins, linked_wins
from webapp.storage.objectives.indicators import (
    Indicator,
    IndicatorValue,
    last_values,
    older_than,
    one_indicator,
    own_indicators,
    put_values,
    values_of,
)
from webapp.storage.objectives.recent_values import recent_values

PAGE = 30
RECENT = timedelta(weeks=12)  # in a list
MOST_RECENT = 2_000  # values of all indicators in a list
MOST_MARKS = 100


@dataclass(frozen=True, slots=True)
class Reading:
    """An indicator in a list and its newest value, None while there is none.

    recent: its values of the last weeks, oldest first.
    """

    id: str
    name: str
    unit: str
    better: str
    target: float | None
    last: Value | None
    recent: tuple[Value, ...]

    @property
    def before(self) -> Value | None:
        """Return the value before the newest one, None if there is none in the last weeks."""
        return self.recent[-2] if len(self.recent) > 1 else None


def indicators_of(acting: Acting) -> list[tuple[str, str]]:
    """Return (id, name) of the person's indicators by name, for a form to offer."""
    return [(indicator.id, indicator.name) for indicator in own_indicators(acting.owner)]


def readings_of(acting: Acting, today: date) -> list[Reading]:
    """Return the person's indicators by name, each with its newest value and those of RECENT."""
    last = {row[0]: _stored_value(*row[1:]) for row in last_values(acting.owner)}
    recent: defaultdict[str, list[Value]] = defaultdict(list)
    for row in recent_values(acting.owner, (today - RECENT).isoformat(), MOST_RECENT):
        recent[row[0]].append(_stored_value(*row[1:]))
    return [
        Reading(
            *(one.id, one.name, one.unit, one.better, one.target),
            last.get(one.id),
            tuple(recent[one.id][::-1]),
        )
        for one in own_indicators(acting.owner)
    ]


def days_of_wins(acting: Acting, indicator_id: str) -> list[date]:
    """Return the days of the newest wins that name an indicator, at most MOST_MARKS."""
    wins = linked_wins(acting.owner, "indicator", indicator_id).limit(MOST_MARKS)
    return [date.fromisoformat(win.day) for win in wins]


def indicator_of(acting: Acting, indicator_id: str) -> Indicator:
    """Return the person's own indicator with this id, or raise NotFound."""
    indicator: Indicator | None = one_indicator(acting.owner, indicator_id).first()
    if indicator is None:
        raise NotFound
    return indicator


def values_page(acting: Acting, indicator_id: str, before: str = "") -> tuple[list[Value], bool]:
    """Return a page of an indicator's values, newest first, and whether there are more.

    before: only values before this ISO day.
    """
    found = values_of(acting.owner, indicator_id)
    if before:
        found = older_than(found, before)
    page = [_value(one) for one in found.limit(PAGE + 1)]
    return page[:PAGE], len(page) > PAGE


def value_on(acting: Acting, indicator_id: str, day: str) -> Value | None:
    """Return the value that an indicator has on an ISO day, None where it has none."""
    found = values_of(acting.owner, indicator_id).where(IndicatorValue.day == day).first()
    return _value(found) if found else None


def values_in_chart(acting: Acting, indicator_id: str) -> list[Value]:
    """Return the newest values of an indicator that fit a chart, oldest first."""
    return [_value(one) for one in values_of(acting.owner, indicator_id).limit(MOST_VALUES)][::-1]


def add_indicator(acting: Acting, measure: Measure) -> str:
    """Store a new indicator and return its id.

    NotFound: its objective. Invalid: there are too many.
    """
    with changing(acting):
        if measure.objective:
            objective_of(acting, measure.objective)
        return store_indicator(acting, measure, measure.objective)


def store_indicator(acting: Acting, measure: Measure, objective_id: str) -> str:
    """Store a new indicator as add_indicator does; inside a transaction of `changing`."""
    if own_indicators(acting.owner).count() >= MOST_INDICATORS:
        raise Invalid(TOO_MANY_INDICATORS)
    columns = {**asdict(measure), "objective": objective_id}
    new: str = Indicator.create(owner=acting.owner, id=str(uuid.uuid4()), **columns).id
    return new


def change_indicator(acting: Acting, indicator_id: str, measure: Measure) -> None:
    """Replace what an indicator says by `measure`; NotFound: it, or its objective."""
    with changing(acting):
        indicator = indicator_of(acting, indicator_id)
        if measure.objective:
            objective_of(acting, measure.objective)
        for name, value in asdict(measure).items():
            setattr(indicator, name, value)
        indicator.save()


def delete_indicator(acting: Acting, indicator_id: str, now: int) -> str:
    """Delete an indicator, its values and the links of wins to it, or raise NotFound.

    Returns the id of the deletion; now: ms.
    """

    def delete(rows: Rows) -> str:
        name: str = indicator_of(acting, indicator_id).name
        rows.delete(Indicator, Indicator.owner == acting.owner, Indicator.id == indicator_id)
        of_it = IndicatorValue.indicator == indicator_id
        rows.delete(IndicatorValue, IndicatorValue.owner == acting.owner, of_it)
        unlink_wins(acting, "indicator", indicator_id, now, rows.id)
        return name

    return delete_once(acting, DeletedKind.INDICATOR, indicator_id, now, delete)


def relink_indicator(acting: Acting, indicator_id: str, deletion_id: str) -> None:
    """Link wins again to an indicator whose deletion is undone; Invalid: there are too many."""
    if own_indicators(acting.owner).count() > MOST_INDICATORS:
        raise Invalid(TOO_MANY_INDICATORS)
    relink_wins(acting, "indicator", indicator_id, deletion_id)


def count_wins_naming(acting: Acting, indicator_id: str) -> int:
    """Return how many of the person's wins name this indicator."""
    return count_linked_wins(acting.owner, "indicator", indicator_id)


def store_values(acting: Acting, indicator_id: str, values: Sequence[Value]) -> None:
    """Store values, replacing those of the same days, or raise NotFound.

    All or nothing. The rows are prepared before the transaction begins, however many they are, so
    that others wait for the writing only.
    """
    owner = acting.owner
    rows = [(owner, indicator_id, v.day.isoformat(), v.value, v.exposure) for v in values]
    with changing(acting):
        indicator_of(acting, indicator_id)
        put_values(rows)


def store_value(acting: Acting, indicator_id: str, value: Value, now: int) -> str:
    """Store the value of a day, or raise NotFound.

    Returns the id by which the value that it replaces comes back, "" if it replaces none. now: ms.
    """
    day = value.day.isoformat()
    before = value_on(acting, indicator_id, day)
    if before is None or before == value:
        store_values(acting, indicator_id, [value])
        return ""

    def replace(rows: Rows) -> str:
        indicator_of(acting, indicator_id)
        of_day = (IndicatorValue.indicator == indicator_id, IndicatorValue.day == day)
        new = {"value": value.value, "exposure": value.exposure}
        rows.update(IndicatorValue, IndicatorValue.owner == acting.owner, *of_day, **new)
        return day

    return delete_once(acting, DeletedKind.OLD_VALUE, f"{indicator_id} {day}", now, replace)


def delete_value(acting: Acting, indicator_id: str, day: str, now: int) -> str:
    """Delete the value of an ISO day and return the id of the deletion; NotFound. now: ms."""

    def delete(rows: Rows) -> str:
        indicator_of(acting, indicator_id)
        of_day = (IndicatorValue.indicator == indicator_id, IndicatorValue.day == day)
        if not rows.delete(IndicatorValue, IndicatorValue.owner == acting.owner, *of_day):
            raise NotFound
        return day

    return delete_once(acting, DeletedKind.VALUE, f"{indicator_id} {day[:10]}", now, delete)


def _value(stored: IndicatorValue) -> Value:
    return _stored_value(stored.day, stored.value, stored.exposure)


def _stored_value(day: str, value: float, exposure: float | None) -> Value:
    return Value(date.fromisoformat(day), value, exposure)
