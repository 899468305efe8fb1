"""Queries that are built once and run often.

Building the SQL is most of what a Peewee read of a few rows costs. A hot query is written in
Peewee with slots in place of values and turned into SQL at its first use; later uses only bind
values. Values are bound unchanged, so they can be whole numbers, text and booleans.
"""

from collections.abc import Callable, Sequence
from itertools import chain
from typing import Any

from peewee import SQL, Field, Node, Value

from webapp.storage.engine.database import Stored, database


class _Slot:
    def __init__(self, name: str) -> None:
        self.name = name


def slot(name: str) -> Node:
    """Return a part of a query that is filled with the value called `name` at each run."""
    return Value(_Slot(name), converter=False)


def fixed(number: int) -> Node:
    """Return a whole number as part of the SQL text; for limits.

    If a limit is bound, SQLite (3.53) prepares the statement again at each run: twice the time.
    """
    return SQL(str(int(number)))


class Compiled:
    """A query with slots."""

    def __init__(self, build: Callable[[], Any]) -> None:
        self._build = build
        self._engine: object = None
        self._sql = ""
        self._params: list[Any] = []

    def query(self) -> Any:
        """Return the query itself, as yet without values, for another one that has it as a part."""
        return self._build()

    def __call__(self, **values: Any) -> list[tuple[Any, ...]]:
        """Run the query with these values of its slots and return its rows."""
        engine = database.obj  # each name that is asked of the proxy itself costs 0.8 µs
        if self._engine is not engine:
            self._sql, self._params = self._build().sql()
            self._engine = engine
        params = [values[p.name] if isinstance(p, _Slot) else p for p in self._params]
        rows: list[tuple[Any, ...]] = engine.execute_sql(self._sql, params).fetchall()
        return rows


class CompiledInsert:
    """An INSERT of rows of `model` that leaves out those whose key exists."""

    def __init__(self, model: type[Stored], fields: Sequence[Field], returning: Field) -> None:
        self._model = model
        self._fields = fields
        self._returning = returning
        self._engine: object = None
        self._sql: dict[int, str] = {}

    def __call__(self, rows: Sequence[Sequence[Any]]) -> list[Any]:
        """Insert rows of values in the order of `fields`; return `returning` of the new ones."""
        engine = database.obj
        if self._engine is not engine:
            self._sql, self._engine = {}, engine
        sql = self._sql.get(len(rows)) or self._compile(len(rows))
        cursor = engine.execute_sql(sql, list(chain.from_iterable(rows)))
        return [row[0] for row in cursor.fetchall()]

    def _compile(self, count: int) -> str:
        rows = [[slot(field.name) for field in self._fields]] * count
        insert = self._model.insert_many(rows, fields=list(self._fields))
        sql: str = insert.on_conflict_ignore().returning(self._returning).sql()[0]
        self._sql[count] = sql
        return sql


class CompiledUpsert:
    """An INSERT of rows of `model` that sets the fields `update` of those whose `key` exists."""

    def __init__(
        self,
        model: type[Stored],
        fields: Sequence[Field],
        *,
        update: Sequence[Field],
        key: Sequence[Field],
    ) -> None:
        self._model = model
        self._fields = fields
        self._conflict = {"conflict_target": list(key), "preserve": list(update)}
        self._engine: object = None
        self._sql: dict[int, str] = {}

    def __call__(self, rows: Sequence[Sequence[Any]]) -> None:
        """Insert or update rows of values in the order of `fields`."""
        engine = database.obj
        if self._engine is not engine:
            self._sql, self._engine = {}, engine
        sql = self._sql.get(len(rows)) or self._compile(len(rows))
        engine.execute_sql(sql, list(chain.from_iterable(rows)))

    def _compile(self, count: int) -> str:
        rows = [[slot(field.name) for field in self._fields]] * count
        insert = self._model.insert_many(rows, fields=list(self._fields))
        sql: str = insert.on_conflict(**self._conflict).sql()[0]
        self._sql[count] = sql
        return sql
