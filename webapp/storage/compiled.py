"""Queries that are built once and run often.

Building SQL is most of what a Peewee read of a few rows costs. A hot query is written in
Peewee with slots in place of values, turned into SQL at its first use, and then only bound.
"""

from collections.abc import Callable
from typing import Any

from peewee import Node, Value

from webapp.storage.database import database


class _Slot:
    def __init__(self, name: str) -> None:
        self.name = name


def slot(name: str) -> Node:
    """A place in a query that is filled with the value called `name` at each run."""
    return Value(_Slot(name), converter=False)


class Compiled:
    """A query with slots; call it with their values to get a list of rows as tuples."""

    def __init__(self, build: Callable[[], Any]) -> None:
        self._build = build
        self._engine: object = None
        self._sql = ""
        self._params: list[Any] = []

    def __call__(self, **values: Any) -> list[tuple[Any, ...]]:
        if self._engine is not database.obj:
            self._compile()
        params = [values[p.name] if isinstance(p, _Slot) else p for p in self._params]
        rows: list[tuple[Any, ...]] = database.execute_sql(self._sql, params).fetchall()
        return rows

    def _compile(self) -> None:
        self._sql, self._params = self._build().sql()
        self._engine = database.obj
