"""Indicators, their values, and tables of values (R25)."""

import uuid
from datetime import date, timedelta

import pytest

from tests.support.make import NOON, win
from webapp.domain.objectives.indicators import (
    PAGE,
    add_indicator,
    change_indicator,
    delete_indicator,
    delete_value,
    indicator_of,
    indicators_of,
    readings_of,
    store_values,
    values_in_chart,
    values_page,
)
from webapp.domain.objectives.value_tables import preview_table, store_table
from webapp.rules.objectives.indicators import Measure, Value
from webapp.rules.shared.problems import Invalid, NotFound
from webapp.storage.capture.wins import Win
from webapp.storage.objectives.indicators import IndicatorValue

DAY = date(2026, 11, 24)


def some(many, first=DAY):
    """Return values of consecutive days."""
    return [Value(first + timedelta(days=n), n + 0.5) for n in range(many)]


def test_they_are_offered_by_name_with_their_newest_value(ana):
    b, a = (add_indicator(ana.me, Measure(name)) for name in ("B", "A"))
    store_values(ana.me, b, [Value(DAY, 1), Value(DAY - timedelta(days=1), 2)])
    assert indicators_of(ana.me) == [(a, "A"), (b, "B")]
    assert [one.last for one in readings_of(ana.me, DAY)] == [None, Value(DAY, 1)]


def test_a_value_of_the_same_day_takes_the_place_of_the_other(ana):  # R25
    one = add_indicator(ana.me, Measure("A"))
    store_values(ana.me, one, [Value(DAY, 1, 40)])
    store_values(ana.me, one, [Value(DAY, 0.1 + 0.2)])
    assert values_page(ana.me, one) == ([Value(DAY, 0.1 + 0.2)], False)


def test_values_are_paged_by_day_newest_first(ana):
    one = add_indicator(ana.me, Measure("A"))
    store_values(ana.me, one, some(PAGE + 5))
    first, more = values_page(ana.me, one)
    rest, none = values_page(ana.me, one, first[-1].day.isoformat())
    assert (more, none, len(rest)) == (True, False, 5)
    assert [*first, *rest] == some(PAGE + 5)[::-1]
    assert values_in_chart(ana.me, one) == some(PAGE + 5)


def test_what_is_said_about_one_can_be_changed(ana):  # R25
    one = add_indicator(ana.me, Measure("A"))
    change_indicator(ana.me, one, Measure("B", "days", "down", 14, 6.5))
    changed = indicator_of(ana.me, one)
    assert (changed.name, changed.better, changed.baseline) == ("B", "down", 14)


def test_one_value_can_be_deleted(ana):
    one = add_indicator(ana.me, Measure("A"))
    store_values(ana.me, one, some(2))
    delete_value(ana.me, one, DAY.isoformat(), NOON)
    with pytest.raises(NotFound):
        delete_value(ana.me, one, "never", NOON)
    assert values_page(ana.me, one)[0] == some(2)[1:]


def test_deleting_one_takes_its_values_and_leaves_wins_without_it(ana):
    one = add_indicator(ana.me, Measure("A"))
    store_values(ana.me, one, some(3))
    tap = win(indicator=one, objectives=[str(uuid.uuid4())], before=3.0, after=2.0)
    ana.sends(tap)
    assert Win.get().counted
    delete_indicator(ana.me, one, NOON)
    assert (Win.get().indicator, Win.get().counted, Win.get().before) == ("", False, 3.0)
    assert not IndicatorValue.select().exists()


def test_anothers_indicator_and_none_are_the_same_not_found(ana, ben):
    one = add_indicator(ana.me, Measure("A"))
    for indicator_id in (one, str(uuid.uuid4()), "nonsense"):
        for verb in (
            lambda i: indicator_of(ben.me, i),
            lambda i: store_values(ben.me, i, some(1)),
            lambda i: change_indicator(ben.me, i, Measure("Mine")),
            lambda i: delete_indicator(ben.me, i, NOON),
            lambda i: delete_value(ben.me, i, DAY.isoformat(), NOON),
            lambda i: store_table(ben.me, i, "2026-11-24;1"),
            lambda i: preview_table(ben.me, i, "2026-11-24;1"),
        ):
            with pytest.raises(NotFound):
                verb(indicator_id)
    assert not IndicatorValue.select().exists()


def test_an_objective_it_shows_has_to_be_theirs(ana):
    with pytest.raises(NotFound):
        add_indicator(ana.me, Measure("A", objective=str(uuid.uuid4())))
    assert indicators_of(ana.me) == []


def test_looking_a_table_over_says_what_it_would_do_and_stores_nothing(ana):  # R25
    one = add_indicator(ana.me, Measure("A"))
    store_values(ana.me, one, [Value(DAY, 9)])
    seen = preview_table(ana.me, one, "24.11.2026;1,5\n25.11.2026;2\n25.11.2026;3\n26.11.2026;")
    assert (seen.replaced, seen.table.repeated, seen.table.empty) == (1, ("2026-11-25",), 1)
    assert values_page(ana.me, one)[0] == [Value(DAY, 9)]


def test_what_was_looked_over_is_what_is_stored(ana):
    one = add_indicator(ana.me, Measure("A"))
    seen = preview_table(ana.me, one, "24.11.2026;1,5;40\n25.11.2026;2;")
    assert store_table(ana.me, one, seen.text) == 2
    assert values_in_chart(ana.me, one) == list(seen.table.values)


def test_a_table_with_one_bad_line_stores_nothing(ana):  # R25
    one = add_indicator(ana.me, Measure("A"))
    with pytest.raises(Invalid, match="Line 2"):
        store_table(ana.me, one, "2026-11-24;1\nnever;2")
    assert values_page(ana.me, one) == ([], False)


@pytest.mark.long
def test_fifty_thousand_values_are_stored_all_at_once(ana):
    one = add_indicator(ana.me, Measure("A"))
    before = ana.me.rev
    store_values(ana.me, one, some(50_000, date(1900, 1, 1)))
    assert (IndicatorValue.select().count(), ana.me.rev) == (50_000, before + 1)
