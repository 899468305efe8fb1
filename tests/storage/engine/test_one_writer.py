"""All that write in a process use one connection, in turn."""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest
from peewee import Database

from tests.support.aside import aside
from tests.support.make import make_person
from webapp.storage.account.people import Person
from webapp.storage.engine.database import connection, database, open_database, transaction
from webapp.storage.upkeep.schema import migrate


@pytest.fixture
def opened(app: object, tmp_path: Path) -> Iterator[Database]:
    """Open a database of its own, migrated and connected."""
    with aside():
        fresh = open_database(f"sqlite:///{tmp_path / 'smallwins.db'}")
        migrate(fresh)
        with connection():
            yield fresh
        fresh.close_all()


def of_writer() -> int:
    with connection(), transaction():
        return id(database.connection())


def of_reader() -> int:
    with connection():
        return id(database.connection())


def test_threads_write_by_one_connection_and_read_by_their_own(opened: Database) -> None:
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(of_writer).result() == of_writer()
        assert len({pool.submit(of_reader).result(), of_reader(), of_writer()}) == 3


def test_a_transaction_in_another_goes_on_with_its_connection(opened: Database) -> None:
    with transaction():
        outer = id(database.connection())
        with transaction():
            assert id(database.connection()) == outer


def test_what_was_written_is_read_at_once(opened: Database) -> None:
    make_person("Ana")
    assert [person.name for person in Person.select()] == ["Ana"]
    with suppress(ZeroDivisionError), transaction():
        Person.delete().execute()
        raise ZeroDivisionError
    assert Person.select().count() == 1


def test_a_transaction_that_is_left_open_ends_with_its_connection(opened: Database) -> None:
    with opened.writing():  # type: ignore[attr-defined]
        opened.execute_sql("BEGIN IMMEDIATE")
        opened.execute_sql("CREATE TABLE left_open (id INTEGER)")
    make_person("Ana")
    assert "left_open" not in opened.get_tables()


def test_after_all_were_closed_there_is_a_new_one(opened: Database) -> None:
    make_person("Ana")
    opened.close_all()
    make_person("Ben")
    assert Person.select().count() == 2


def test_a_child_does_not_use_its_parents(opened: Database) -> None:
    parents = of_writer()
    child = os.fork()
    if not child:
        with transaction():
            os._exit(0 if id(database.connection()) != parents else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert of_writer() == parents
