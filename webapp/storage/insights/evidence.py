"""Counted wins, for the evidence page (R45)."""

from collections.abc import Sequence
from typing import Any

from peewee import ModelSelect, Tuple, fn

from webapp.rules.objectives.indicators import MOST_INDICATORS
from webapp.rules.shared.ids import OwnerId
from webapp.storage.capture.searches import position, search_end
from webapp.storage.capture.wins import Win, WinLink
from webapp.storage.engine.compiled import Compiled, fixed, slot
from webapp.storage.engine.lists import is_listed
from webapp.storage.objectives.indicators import Indicator, IndicatorValue

POSITION = Tuple(Win.day, Win.happened, Win.id)


def counted_wins(owner: OwnerId, first: str, last: str) -> "ModelSelect[Win]":
    """Return a person's counted wins from `first` to `last` (ISO days), newest day first."""
    return (
        Win.select()
        .where(Win.person == owner, Win.day.between(first, last), Win.counted)
        .order_by(Win.day.desc(), Win.happened.desc(), Win.id.desc())
    )


def with_objective(wins: "ModelSelect[Win]", owner: OwnerId, objective: str) -> "ModelSelect[Win]":
    """Return those of `wins` that name this objective."""
    linked = WinLink.select(WinLink.win).where(
        WinLink.person == owner, WinLink.kind == "objective", WinLink.target == objective
    )
    return wins.where(is_listed(Win.id, linked))


def with_words(wins: "ModelSelect[Win]", words: Sequence[str]) -> "ModelSelect[Win]":
    """Return those of `wins` that have all `words`, folded, in what was done or what it changed."""
    recorded = position("\n")  # their end (rules/capture/searches.py searched_text)
    return wins.where(*[position(word).between(1, recorded) for word in words])


def without_wins(wins: "ModelSelect[Win]", ids: Sequence[str]) -> "ModelSelect[Win]":
    """Return `wins` without those with these ids."""
    return wins.where(Win.id.not_in(ids))


def after_cursor(wins: "ModelSelect[Win]", place: tuple[str, int, str]) -> "ModelSelect[Win]":
    """Return the part of `wins` that follows the win at this (day, happened, id)."""
    return wins.where(Tuple(*place) > POSITION)


def _day(pick: Any) -> Any:
    value = IndicatorValue.alias()
    return value.select(pick(value.day)).where(
        value.owner == slot("owner"),
        value.indicator == Indicator.id,
        value.day.between(slot("first"), slot("last")),
    )


def _value(found: Any, day: Any) -> Any:
    value = IndicatorValue.alias()
    return value.select(value.value).where(
        value.owner == slot("owner"), value.indicator == found.c.id, value.day == day
    )


def _moved() -> Any:
    found = (
        Indicator.select(Indicator.id, _day(fn.MIN).alias("begins"), _day(fn.MAX).alias("ends"))
        .where(Indicator.owner == slot("owner"))
        .limit(fixed(MOST_INDICATORS))
        .alias("found")
    )
    return (
        Indicator.select(found.c.id, _value(found, found.c.begins), _value(found, found.c.ends))
        .from_(found)
        .where(found.c.begins < found.c.ends)
        .limit(fixed(MOST_INDICATORS))
    )


# (indicator, first value, last value) in these days (ISO) of those that have two or more: four
# steps in the index for each, however many values it has.
moved_indicators = Compiled(_moved)


def end_of_words(wins: "ModelSelect[Win]", most: int) -> Win | None:
    """Return the last of `wins` whose words one search compares, see search_end."""
    return search_end(wins, most, (Win.day, Win.happened, Win.id), lambda day: Win.day >= day)


def down_to(wins: "ModelSelect[Win]", place: tuple[str, int, str]) -> "ModelSelect[Win]":
    """Return the part of `wins` up to the win at this (day, happened, id), itself included."""
    return wins.where(Tuple(*place) <= POSITION)


def count_of(wins: "ModelSelect[Win]") -> "ModelSelect[Win]":
    """Return the query for the number of `wins`; without words the index alone answers it."""
    return wins.select(fn.COUNT(Win.day)).order_by()
