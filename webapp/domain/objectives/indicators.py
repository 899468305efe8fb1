"""Indicators: numbers over time that show an outcome (R25)."""

import uuid
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from webapp.domain.account.people import SignedIn
from webapp.domain.objectives.objectives import objective_of
from webapp.domain.objectives.unlinking import unlink_wins
from webapp.domain.shared.changing import changing
from webapp.rules.charts.line_charts import MOST as IN_CHART
from webapp.rules.objectives.indicators import FULL, MOST, Measure, Value
from webapp.rules.shared.problems import Invalid, NotFound
from webapp.storage.capture.wins import count_linked_wins
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

PAGE = 30


@dataclass(frozen=True, slots=True)
class Reading:
    """An indicator in a list, and its newest value, None while there is none."""

    id: str
    name: str
    unit: str
    better: str
    target: float | None
    last: Value | None


def indicators_of(person: SignedIn) -> list[tuple[str, str]]:
    """(id, name) of the person's indicators by name, for a form to offer."""
    return [(indicator.id, indicator.name) for indicator in own_indicators(person.owner)]


def readings_of(person: SignedIn) -> list[Reading]:
    """The person's indicators by name, each with its newest value."""
    last = {one.indicator: _value(one) for one in last_values(person.owner)}
    return [
        Reading(one.id, one.name, one.unit, one.better, one.target, last.get(one.id))
        for one in own_indicators(person.owner)
    ]


def indicator_of(person: SignedIn, indicator_id: str) -> Indicator:
    """The person's own indicator with this id; NotFound when there is none, or not theirs."""
    indicator: Indicator | None = one_indicator(person.owner, indicator_id).first()
    if indicator is None:
        raise NotFound
    return indicator


def values_page(person: SignedIn, indicator_id: str, before: str = "") -> tuple[list[Value], bool]:
    """A page of an indicator's values, newest first, before an ISO day if given; is there more?"""
    found = values_of(person.owner, indicator_id)
    if before:
        found = older_than(found, before)
    page = [_value(one) for one in found.limit(PAGE + 1)]
    return page[:PAGE], len(page) > PAGE


def values_in_chart(person: SignedIn, indicator_id: str) -> list[Value]:
    """The newest values of an indicator, as many as a chart shows, oldest first."""
    return [_value(one) for one in values_of(person.owner, indicator_id).limit(IN_CHART)][::-1]


def add_indicator(person: SignedIn, measure: Measure) -> str:
    """Store a new indicator and return its id; NotFound: its objective; Invalid: too many."""
    with changing(person):
        if measure.objective:
            objective_of(person, measure.objective)
        return store_indicator(person, measure, measure.objective)


def store_indicator(person: SignedIn, measure: Measure, objective_id: str) -> str:
    """As add_indicator, inside a transaction of `changing`."""
    if own_indicators(person.owner).count() >= MOST:
        raise Invalid(FULL)
    said = {**asdict(measure), "objective": objective_id}
    new: str = Indicator.create(owner=person.owner, id=str(uuid.uuid4()), **said).id
    return new


def change_indicator(person: SignedIn, indicator_id: str, measure: Measure) -> None:
    """Let an indicator be as `measure` says; NotFound: it, or its objective."""
    with changing(person):
        indicator = indicator_of(person, indicator_id)
        if measure.objective:
            objective_of(person, measure.objective)
        for name, said in asdict(measure).items():
            setattr(indicator, name, said)
        indicator.save()


def delete_indicator(person: SignedIn, indicator_id: str, now: int) -> None:
    """Delete an indicator with its values, and that wins name it; NotFound. now: ms."""
    with changing(person):
        indicator_of(person, indicator_id).delete_instance()
        IndicatorValue.delete().where(
            IndicatorValue.owner == person.owner, IndicatorValue.indicator == indicator_id
        ).execute()
        unlink_wins(person, "indicator", indicator_id, now)


def count_wins_naming(person: SignedIn, indicator_id: str) -> int:
    """How many of the person's wins name this indicator."""
    return count_linked_wins(person.id, "indicator", indicator_id)


def store_values(person: SignedIn, indicator_id: str, values: Sequence[Value]) -> None:
    """Store values, each in the place of one that was there for its day; NotFound.

    All or nothing. However many they are, they are made ready before the transaction begins, so
    that nobody waits for more than the writing itself.
    """
    owner = person.owner
    rows = [(owner, indicator_id, v.day.isoformat(), v.value, v.exposure) for v in values]
    with changing(person):
        indicator_of(person, indicator_id)
        put_values(rows)


def delete_value(person: SignedIn, indicator_id: str, day: str) -> None:
    """Delete the value of an ISO day, if there is one; NotFound: the indicator."""
    with changing(person):
        indicator_of(person, indicator_id)
        found = values_of(person.owner, indicator_id).where(IndicatorValue.day == day).first()
        if found:
            found.delete_instance()


def _value(stored: IndicatorValue) -> Value:
    return Value(date.fromisoformat(stored.day), stored.value, stored.exposure)
