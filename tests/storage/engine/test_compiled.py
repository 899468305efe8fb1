"""Queries that are built once and run often."""

import pytest

from webapp.storage.account.people import Person
from webapp.storage.engine.compiled import Compiled, CompiledInsert, slot
from webapp.storage.outbox.receipts import Receipt

builds = []


def build():
    """Return the first two people between two ids, with the number that was passed."""
    builds.append(1)
    return (
        Person.select(Person.name, slot("echo"))
        .where(Person.id <= slot("highest"), Person.id >= slot("lowest"))
        .order_by(Person.id)
        .limit(2)
    )


named = Compiled(build)


def test_slots_are_filled_in_the_order_of_the_statement(ana, ben, cleo):
    rows = named(lowest=ana.id, highest=ben.id, echo="here")
    assert rows == [("Ana", "here"), ("Ben", "here")]


def test_a_constant_limit_is_bound_too(ana, ben, cleo):
    rows = named(lowest=ana.id, highest=cleo.id, echo=1)
    assert [name for name, _ in rows] == ["Ana", "Ben"]


def test_each_run_has_its_own_values(ana, ben):
    assert named(lowest=ana.id, highest=ana.id, echo=1) == [("Ana", 1)]
    assert named(lowest=ben.id, highest=ben.id, echo=2) == [("Ben", 2)]


def test_a_query_is_built_once(ana):
    named(lowest=0, highest=0, echo=1)
    before = len(builds)
    named(lowest=0, highest=ana.id, echo=2)
    assert len(builds) == before


def test_one_slot_can_occur_several_times(ana, ben):
    same = Compiled(
        lambda: Person.select(Person.name).where(
            (Person.id == slot("id")) | (Person.name == slot("name")), Person.id == slot("id")
        )
    )
    assert same(id=ana.id, name="Ben") == [("Ana",)]


def test_a_value_is_a_value_and_never_sql(ana):
    assert named(lowest=0, highest=ana.id, echo="'; DROP TABLE person; --")[0][0] == "Ana"


def test_a_slot_that_is_left_empty_is_an_error(ana):
    with pytest.raises(KeyError, match="highest"):
        named(lowest=1, echo=1)


add_receipts = CompiledInsert(Receipt, (Receipt.person, Receipt.id, Receipt.taken), Receipt.id)


def test_rows_go_in_with_each_value_in_its_column(ana):
    assert sorted(add_receipts([(ana.id, "one", 1), (ana.id, "two", 2)])) == ["one", "two"]
    rows = Receipt.select().where(Receipt.person == ana.id).order_by(Receipt.taken)
    assert [(row.id, row.taken) for row in rows] == [("one", 1), ("two", 2)]


def test_what_is_there_already_stays_as_it_is_and_is_not_returned(ana):
    add_receipts([(ana.id, "one", 1)])
    assert add_receipts([(ana.id, "one", 9), (ana.id, "two", 2), (ana.id, "two", 3)]) == ["two"]
    assert Receipt.get(Receipt.person == ana.id, Receipt.id == "one").taken == 1


@pytest.mark.parametrize("many", [1, 2, 100])
def test_any_number_of_rows_goes_in_with_one_statement(ana, many):
    rows = [(ana.id, f"entry {number}", number) for number in range(many)]
    assert len(add_receipts(rows)) == many
