"""The settings of the database, and what a transaction covers."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from peewee import Database, IntegrityError

from tests.support.make import make_person
from webapp.storage.account.people import Person
from webapp.storage.engine.database import State, connection, database, open_database, transaction
from webapp.storage.engine.write_lock import WriteLock
from webapp.storage.upkeep.schema import migrate


@pytest.fixture
def bound(app: object) -> Iterator[None]:
    """Let other tests go on with the app's database, whatever a test opens."""
    before, lock = database.obj, State.write_lock
    yield
    if database.obj is not before:
        database.close_all()
    database.initialize(before)
    State.write_lock = lock


@pytest.fixture
def opened(bound: None, tmp_path: Path) -> Iterator[Database]:
    """Open a database of its own, migrated and connected."""
    fresh = open_database(f"sqlite:///{tmp_path / 'own' / 'smallwins.db'}")
    migrate(fresh)
    with connection():
        yield fresh


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),  # FULL: a confirmed tap survives a power cut
        ("foreign_keys", 1),
        ("busy_timeout", 5000),
        ("cache_size", -2000),
    ],
)
def test_a_database_is_opened_with_the_settings_we_rely_on(opened, pragma, value):
    assert opened.execute_sql(f"PRAGMA {pragma}").fetchone() == (value,)


def test_every_connection_of_the_pool_has_the_settings(opened):
    opened.manual_close()
    with connection():
        assert opened.execute_sql("PRAGMA synchronous").fetchone() == (2,)
        assert opened.execute_sql("PRAGMA foreign_keys").fetchone() == (1,)


def test_the_folder_of_the_file_is_created(opened, tmp_path):
    assert (tmp_path / "own" / "smallwins.db").exists()


def test_the_file_and_its_log_are_their_owners_only(opened, tmp_path):
    with transaction():
        make_person("Ana")
    modes = {path.suffix: path.stat().st_mode & 0o077 for path in (tmp_path / "own").iterdir()}
    assert (modes[".db"], modes[".db-wal"]) == (0, 0)


def test_writers_of_one_file_share_a_lock_beside_it(opened, tmp_path):
    with transaction():
        assert isinstance(State.write_lock, WriteLock)
        assert (tmp_path / "own" / "smallwins.db.lock").exists()


def test_a_path_may_have_blanks_and_other_letters(bound, tmp_path):
    fresh = open_database(f"sqlite:///{tmp_path}/my%20data/größe.db")
    assert fresh.database == f"{tmp_path}/my data/größe.db"


ELSEWHERE = ["mysql://x/y", "file:///x.db", "/x.db", "nonsense", ""]


@pytest.mark.parametrize("url", ELSEWHERE)
def test_another_address_is_refused_with_what_to_do(bound, url):
    before = database.obj
    with pytest.raises(
        ValueError, match="DATABASE_URL must begin with sqlite:/// or postgresql://"
    ):
        open_database(url)
    assert database.obj is before


def test_a_block_closes_only_the_connection_it_opened(opened):
    with connection():
        pass
    assert not opened.is_closed()


def test_what_fails_in_a_transaction_leaves_nothing(opened):
    with suppress(ZeroDivisionError), transaction():
        make_person("Ana")
        _ = 1 / 0
    assert Person.select().count() == 0


def test_what_fails_inside_leaves_what_was_done_around_it(opened):
    with transaction():
        make_person("Ana")
        with suppress(IntegrityError), transaction():
            make_person("Ben")
            make_person("Ana")
    assert [person.name for person in Person.select()] == ["Ana"]


def test_deleting_a_person_deletes_what_is_theirs(opened):
    ana = make_person("Ana")
    Person.delete().where(Person.id == ana.id).execute()
    assert opened.execute_sql("SELECT count(*) FROM session").fetchone() == (0,)
