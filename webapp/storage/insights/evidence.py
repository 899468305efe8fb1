"""Counted wins, for the evidence page (R45)."""

from collections.abc import Sequence
from typing import Any

from peewee import ModelSelect, Tuple, fn

from webapp.rules.shared.ids import PersonId
from webapp.storage.capture.searches import position
from webapp.storage.capture.wins import Win, WinLink
from webapp.storage.engine.compiled import Compiled, slot
from webapp.storage.objectives.indicators import IndicatorValue

POSITION = Tuple(Win.day, Win.happened, Win.id)


def counted_wins(person: PersonId, first: str, last: str) -> "ModelSelect[Win]":
    """Return a person's counted wins from `first` to `last` (ISO days), newest day first."""
    return (
        Win.select()
        .where(Win.person == person, Win.day.between(first, last), Win.counted)
        .order_by(Win.day.desc(), Win.happened.desc(), Win.id.desc())
    )


def with_objective(
    wins: "ModelSelect[Win]", person: PersonId, objective: str
) -> "ModelSelect[Win]":
    """Return those of `wins` that name this objective."""
    linked = WinLink.select(WinLink.win).where(
        WinLink.person == person, WinLink.kind == "objective", WinLink.target == objective
    )
    return wins.where(Win.id.in_(linked))


def with_words(wins: "ModelSelect[Win]", words: Sequence[str]) -> "ModelSelect[Win]":
    """Return those of `wins` that have all `words`, folded, in what was done or what it changed."""
    recorded = position("\n")  # their end (rules/capture/searches.py searched_text)
    return wins.where(*[(position(word) > 0) & (position(word) < recorded) for word in words])


def after_cursor(wins: "ModelSelect[Win]", place: tuple[str, int, str]) -> "ModelSelect[Win]":
    """Return the part of `wins` that follows the win at this (day, happened, id)."""
    return wins.where(Tuple(*place) > POSITION)


def _first(*order: Any) -> Any:
    return fn.FIRST_VALUE(IndicatorValue.value).over(
        partition_by=[IndicatorValue.indicator], order_by=list(order)
    )


moved_indicators = Compiled(
    # (indicator, first value, last value, number of values) in these days (ISO), once for each.
    lambda: (
        IndicatorValue.select(
            IndicatorValue.indicator,
            _first(IndicatorValue.day),
            _first(IndicatorValue.day.desc()),
            fn.COUNT(IndicatorValue.day).over(partition_by=[IndicatorValue.indicator]),
        )
        .where(
            IndicatorValue.owner == slot("owner"),
            IndicatorValue.day.between(slot("first"), slot("last")),
        )
        .distinct()
    )
)


def count_of(wins: "ModelSelect[Win]") -> "ModelSelect[Win]":
    """Return the query for the number of `wins`; without words the index alone answers it."""
    return wins.select(fn.COUNT(Win.day)).order_by()
