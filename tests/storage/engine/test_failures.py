"""What caused a database error, as Peewee and SQLite raise it."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from peewee import DatabaseError, IntegrityError, OperationalError, SqliteDatabase
from playhouse.pool import MaxConnectionsExceeded, PooledSqliteDatabase

from webapp.storage.engine.failures import is_busy, is_full


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SqliteDatabase]:
    """Return a database that is limited to four pages and has used two."""
    small = SqliteDatabase(tmp_path / "small.db", lock_type="IMMEDIATE")
    with closing(small):
        small.execute_sql("CREATE TABLE heap (what PRIMARY KEY)")
        small.execute_sql("PRAGMA max_page_count = 4")
        yield small


def overfill(database: SqliteDatabase) -> None:
    """Write more than there is space for, in a transaction."""
    with database.atomic():
        database.execute_sql("INSERT INTO heap VALUES (randomblob(100000))")


def test_a_full_disk_is_seen_behind_the_rollback_that_hides_it(small):
    with pytest.raises(DatabaseError, match="cannot rollback") as raised:
        overfill(small)
    assert is_full(raised.value)
    assert not is_busy(raised.value)


def test_a_full_disk_is_recognised_behind_another_error(small):
    with pytest.raises(DatabaseError) as raised:
        overfill(small)
    other = RuntimeError("could not store the win")
    other.__cause__ = raised.value
    assert is_full(other)


def test_a_locked_database_is_busy(small, tmp_path):
    other = SqliteDatabase(tmp_path / "small.db", timeout=0, lock_type="IMMEDIATE")
    with small.atomic(), closing(other), pytest.raises(OperationalError) as raised, other.atomic():
        pass
    assert is_busy(raised.value)
    assert not is_full(raised.value)


def test_a_database_whose_connections_are_all_taken_is_busy(tmp_path):
    pool = PooledSqliteDatabase(tmp_path / "pool.db", max_connections=1, timeout=0.01)
    with closing(pool), ThreadPoolExecutor(1) as other_thread:
        pool.connect()
        with pytest.raises(MaxConnectionsExceeded) as raised:
            other_thread.submit(pool.connect).result()
    pool.close_all()
    assert is_busy(raised.value)


def test_a_mistake_in_the_data_is_neither(small):
    with pytest.raises(IntegrityError) as raised, small.atomic():
        small.execute_sql("INSERT INTO heap VALUES (1), (1)")
    assert not is_full(raised.value)
    assert not is_busy(raised.value)
