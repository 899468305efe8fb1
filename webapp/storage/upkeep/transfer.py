"""Copying everything from one database to another, between SQLite and PostgreSQL."""

import contextlib
from collections.abc import Iterator
from typing import Any, cast

from peewee import AutoField, Database, Model, PostgresqlDatabase, SqliteDatabase, Tuple
from playhouse.migrations import Runner

from webapp.storage.account.people import Owner
from webapp.storage.engine.database import ENGINES, database, transaction
from webapp.storage.engine.numbers import NeverReused
from webapp.storage.upkeep import usage_lock
from webapp.storage.upkeep.checksums import checksums, tables_of
from webapp.storage.upkeep.models import MODELS
from webapp.storage.upkeep.opening import open_while, sqlite_file
from webapp.storage.upkeep.schema import HISTORY, MIGRATIONS, pending, refuse_newer
from webapp.storage.upkeep.snapshots import Unusable

REPLACED = {HISTORY, "progress_marker"}  # written where a server was only started
OWNERS = cast(NeverReused, Owner._meta.primary_key)
AT_ONCE = 500  # rows; engines take some 32,000 values in one statement

Row = tuple[Any, ...]


def transfer(from_url: str, to_url: str) -> dict[str, str]:
    """Copy every row of the database at `from_url` to the empty one at `to_url`.

    Return the checksum of each table, which is the same in both. A failure leaves the second
    one empty. Unusable, InUse, Newer, ValueError: it cannot be copied; the text says what to do.
    """
    with _source(from_url) as source, open_while(to_url), transaction():
        target = database.obj
        _refuse_full(target)
        _lift_limits(target)
        for model in _models(target):
            _copy(model, source, target)
        OWNERS.set_last_given(target, OWNERS.last_given(source))
        copied = _checksums_of_models(target)
        if copied != _checksums_of_models(source):
            raise Unusable("The copy differs from what was copied. Stop the server and try again.")
    return copied


@contextlib.contextmanager
def _source(url: str) -> Iterator[Database]:
    path = sqlite_file(url)
    if path and not path.exists():
        raise Unusable(f"There is no database at {path}. Name the one to copy first.")
    with usage_lock.exclusive(path) if path else contextlib.nullcontext():
        opened = _engine(url)
        try:
            with opened.connection_context(), opened.atomic():
                _fix_snapshot(opened)
                _refuse_other_schemas(opened)
                yield opened
        finally:
            opened.close_all()


def _engine(url: str) -> Any:
    scheme = url.partition(":")[0]
    if scheme not in ENGINES:
        raise ValueError("Name both databases as sqlite:///PATH or postgresql://...")
    return ENGINES[scheme](url)[0]


def _refuse_other_schemas(source: Database) -> None:
    refuse_newer(source)
    if pending(source):
        raise Unusable("The database to copy is of an older version. Start the server on it once.")


def _fix_snapshot(source: Database) -> None:
    # PostgreSQL: first in the transaction. SQLite needs none, it is locked for us.
    if isinstance(source, PostgresqlDatabase):
        source.execute_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
    _lift_limits(source)


def _lift_limits(opened: Database) -> None:
    if isinstance(opened, PostgresqlDatabase):
        opened.execute_sql("SET LOCAL statement_timeout = 0")
        opened.execute_sql("SET LOCAL idle_in_transaction_session_timeout = 0")
    if isinstance(opened, SqliteDatabase):
        opened.execute_sql("PRAGMA defer_foreign_keys = ON")


def _refuse_full(target: Database) -> None:
    for table in set(tables_of(target)) - REPLACED:
        if target.execute_sql(f'SELECT 1 FROM "{table}" LIMIT 1').fetchone():  # noqa: S608 - our own names
            raise Unusable("The database to copy to is not empty. Name a new one; nothing changed.")


def _models(target: Database) -> list[type[Model]]:
    return [Runner(target, str(MIGRATIONS)).History, *MODELS]


def _copy(model: type[Model], source: Database, target: Database) -> None:
    table = model._meta.table_name
    if table in REPLACED:
        target.execute_sql(f"DELETE FROM {table}")  # noqa: S608 - the first database has it
    if isinstance(target, PostgresqlDatabase):
        _copy_staged(model, source, target)
        return
    for rows in _pages(model, source):
        _insert(table, model, rows, target)


def _copy_staged(model: type[Model], source: Database, target: PostgresqlDatabase) -> None:
    # PostgreSQL checks references after each statement, and rows may refer to later rows of their
    # own table: so all rows of a table are inserted by one statement, from a temporary table.
    table, columns = model._meta.table_name, _columns(model)
    target.execute_sql(f'CREATE TEMPORARY TABLE staged AS SELECT * FROM "{table}" WHERE 1 = 0')  # noqa: S608
    for rows in _pages(model, source):
        _insert("staged", model, rows, target)
    target.execute_sql(f'INSERT INTO "{table}" ({columns}) SELECT {columns} FROM staged')  # noqa: S608
    target.execute_sql("DROP TABLE staged")
    _set_sequence(model, target)


def _pages(model: type[Model], source: Database) -> Iterator[list[Row]]:
    names = model._meta.sorted_field_names  # index() of fields fails, since == makes SQL of them
    key_at = [names.index(key.name) for key in model._meta.get_primary_keys()]
    rows = _after(model, None, source)
    while rows:
        yield rows
        rows = _after(model, tuple(rows[-1][index] for index in key_at), source)


def _after(model: type[Model], last: Row | None, source: Database) -> list[Row]:
    keys = model._meta.get_primary_keys()
    query = model.select(*model._meta.sorted_fields).order_by(*keys).limit(AT_ONCE)
    if last is not None:
        query = query.where(Tuple(*keys) > Tuple(*last))
    return list(query.tuples().execute(source))


def _insert(table: str, model: type[Model], rows: list[Row], target: Database) -> None:
    fields = model._meta.sorted_fields
    marks = ", ".join([f"({', '.join([target.param] * len(fields))})"] * len(rows))
    values = [
        field.db_value(value) for row in rows for field, value in zip(fields, row, strict=True)
    ]
    target.execute_sql(f'INSERT INTO "{table}" ({_columns(model)}) VALUES {marks}', values)  # noqa: S608


def _columns(model: type[Model]) -> str:
    return ", ".join(f'"{field.column_name}"' for field in model._meta.sorted_fields)


def _set_sequence(model: type[Model], target: Database) -> None:
    # Rows inserted with their numbers do not advance PostgreSQL's sequence.
    key = model._meta.primary_key
    if isinstance(key, AutoField):
        table, column = model._meta.table_name, key.column_name
        target.execute_sql(
            f'SELECT setval(pg_get_serial_sequence(%s, %s), max("{column}")) FROM "{table}"',  # noqa: S608
            (f'"{table}"', column),
        )


def _checksums_of_models(opened: Database) -> dict[str, str]:
    ours = {HISTORY, *(model._meta.table_name for model in MODELS)}
    return {table: checksum for table, checksum in checksums(opened).items() if table in ours}
