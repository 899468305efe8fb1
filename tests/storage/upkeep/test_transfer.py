"""Copying a database to the other engine: nothing is lost, changed or half done."""

import pytest
from peewee import (
    AutoField,
    BooleanField,
    CharField,
    DoubleField,
    Field,
    ForeignKeyField,
    PeeweeException,
    TextField,
)

from tests.support.aside import aside, open_at
from tests.support.make import (
    HOUR,
    KEYS,
    NOON,
    edit,
    entry,
    make_person,
    rating,
    undo,
    visit,
    win,
)
from webapp.domain.account import rate_limits
from webapp.domain.account.one_time_links import create_reset_link, create_sign_up_link
from webapp.rules.shared.rate_limits import Limit
from webapp.storage.account.people import Person
from webapp.storage.engine.database import Stored, database
from webapp.storage.teams.team_windows import raise_marker
from webapp.storage.upkeep import transfer as module
from webapp.storage.upkeep.checksums import checksums
from webapp.storage.upkeep.models import MODELS
from webapp.storage.upkeep.opening import open_while
from webapp.storage.upkeep.schema import Newer
from webapp.storage.upkeep.snapshots import Unusable
from webapp.storage.upkeep.transfer import transfer
from webapp.storage.upkeep.usage_lock import InUse


class Broken(Stored):
    """A table that no database has."""


class NestedRow(Stored):
    """A table whose rows refer to each other."""

    after = ForeignKeyField("self", null=True)


EMPTY = "0:" + "0" * 64


@pytest.fixture
def full(new_address) -> str:
    """Return the address of a database with a row in every table."""
    url = new_address()
    with aside(), open_while(url):
        fill()
    return url


@pytest.fixture
def elsewhere(new_address, postgres, tmp_path) -> str:
    """Return the address of an empty database on the other engine."""
    if new_address().startswith("sqlite"):
        return postgres.new_database()
    return f"sqlite:///{tmp_path / 'other' / 'smallwins.db'}"


def fill() -> None:
    ana, ben = make_person("Ana"), make_person("Ben")
    logged, taken_back = win("Größe, 🎉 and 'quotes' %s ? \\"), win()
    ana.sends(logged, taken_back, rating(7), *(win(f"No. {n}") for n in range(90)))
    ana.sends(edit(logged, what="Better words"), undo(taken_back))
    ben.sends(*(win() for _ in range(12)), entry("defer_check_in"))
    create_reset_link("ana@example.org", KEYS, NOON)
    create_sign_up_link(KEYS, NOON)
    rate_limits.take(visit(), Limit(5, HOUR), "try")
    for table in MODELS:
        if not table.select().exists():
            table.insert({field: sample(field) for field in required(table)}).execute()


def required(table: type[Stored]) -> list[Field]:
    return [field for field in table._meta.sorted_fields if not isinstance(field, AutoField)]


def sample(field: Field) -> object:
    """Return a value of this field."""
    if isinstance(field, ForeignKeyField):
        return field.rel_model.select().limit(1).get()
    if isinstance(field, CharField | TextField):
        return "ü"
    return 0.1 if isinstance(field, DoubleField) else True if isinstance(field, BooleanField) else 1


def held(url: str) -> dict[str, str]:
    with aside(), open_while(url):
        return checksums(database.obj)


def test_there_and_back_every_table_holds_the_same(full, elsewhere, new_address, monkeypatch):
    monkeypatch.setattr(module, "AT_ONCE", 7)
    before, back = held(full), new_address()
    with aside():
        assert transfer(full, elsewhere) == before
        transfer(elsewhere, back)
    assert held(full) == held(elsewhere) == held(back) == before
    assert not [table for table, digest in before.items() if digest == EMPTY]


def test_rows_added_after_a_transfer_get_new_numbers(full, elsewhere):
    with aside():
        transfer(full, elsewhere)
    with aside(), open_while(elsewhere):
        cleo = make_person("Cleo")
        cleo.sends(win())
        assert Person.select().count() == 3


def test_the_number_of_somebody_who_was_gone_before_is_not_given_again(full, elsewhere):
    with aside(), open_while(full):
        gone = make_person("Cleo").id
        Person.delete().where(Person.id == gone).execute()
    with aside():
        transfer(full, elsewhere)
    with aside(), open_while(elsewhere):
        assert make_person("Dora").id > gone


def test_a_second_database_on_which_a_server_was_only_started_is_taken(full, elsewhere):
    with aside(), open_while(elsewhere):
        raise_marker("windows", 7)  # as a server does that knows it from its data folder
    before = held(full)
    with aside():
        transfer(full, elsewhere)
    assert held(elsewhere) == before


def test_a_database_of_nobody_is_copied(new_address, elsewhere):
    url = new_address()
    with aside(), open_while(url):
        pass
    with aside():
        transfer(url, elsewhere)
    with aside(), open_while(elsewhere):
        assert make_person("Ana").id == 1


def test_a_database_that_holds_something_is_not_written_to(full, elsewhere):
    with aside(), open_while(elsewhere):
        make_person("Cleo")
    before = held(elsewhere)
    with aside(), pytest.raises(Unusable, match="not empty"):
        transfer(full, elsewhere)
    assert held(elsewhere) == before


def test_a_database_is_not_copied_onto_itself(full):
    with aside(), pytest.raises((Unusable, InUse)):
        transfer(full, full)


def test_a_copy_that_fails_half_way_leaves_nothing(full, elsewhere, monkeypatch):
    monkeypatch.setattr(module, "MODELS", (*MODELS[:4], Broken))
    with aside(), pytest.raises(PeeweeException):
        transfer(full, elsewhere)
    assert {held(elsewhere)[model._meta.table_name] for model in MODELS} == {EMPTY}
    monkeypatch.undo()
    with aside():
        transfer(full, elsewhere)


def test_rows_may_refer_to_later_ones_of_their_table(new_address, elsewhere, monkeypatch):
    url = new_address()
    for each in (url, elsewhere):
        with aside(), open_while(each):
            database.create_tables([NestedRow])
    with aside(), open_while(url), database.atomic():
        last = NestedRow.create(id=2)
        NestedRow.create(id=1, after=last)
    monkeypatch.setattr(module, "MODELS", (*MODELS, NestedRow))
    monkeypatch.setattr(module, "AT_ONCE", 1)
    with aside():
        assert transfer(url, elsewhere)["nested_row"].startswith("2:")


def test_a_database_of_a_newer_version_is_not_copied(full, elsewhere):
    with aside(), open_while(full):
        database.execute_sql(
            "INSERT INTO schema_migration (name, applied) VALUES ('9999_x', '2030-01-01 00:00:00')"
        )
    with aside(), pytest.raises(Newer, match="9999_x"):
        transfer(full, elsewhere)


def test_a_database_of_an_older_version_is_to_be_started_first(new_address, elsewhere):
    with aside(), pytest.raises(Unusable, match=r"Start the server|no database"):
        transfer(new_address(), elsewhere)


def test_a_file_that_a_server_uses_is_not_copied(tmp_path, elsewhere):
    with open_at(tmp_path / "smallwins.db"), pytest.raises(InUse, match="Stop the server"):
        transfer(f"sqlite:///{tmp_path / 'smallwins.db'}", elsewhere)


@pytest.mark.parametrize("url", ["mysql://host/wins", "smallwins.db", ""])
def test_an_address_of_neither_engine_is_refused_in_a_sentence(full, url):
    with aside(), pytest.raises(ValueError, match="sqlite:///"):
        transfer(full, url)
    with aside(), pytest.raises(ValueError, match="sqlite:///"):
        transfer(url, full)
