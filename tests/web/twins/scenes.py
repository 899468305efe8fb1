"""What many tests begin with: stored once on each engine, then put there as rows (decision 73)."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any, NamedTuple, TypeVar

import pytest

from tests.support.make import HOUR, MINUTE, NOON
from tests.web.twins.rows import table_of
from webapp.storage.account.people import Owner
from webapp.storage.engine.database import Stored, database
from webapp.storage.upkeep.models import MODELS
from webapp.web.shared import clock

Row = tuple[Any, ...]
T = TypeVar("T")
APART = 1000  # numbers that owners in a scene have on SQLite, and nobody else in a test


class Table(NamedTuple):
    """A table's columns, as they are written in SQL, and its rows."""

    columns: str
    rows: set[Row]


class Scene(NamedTuple):
    """What building it returned, and the statements that put its rows there."""

    made: Any
    inserts: list[tuple[str, list[Any]]]


class Scenes:
    """The scenes that were built on an engine, by name."""

    def __init__(self) -> None:
        self._known: dict[str, Scene] = {}

    def play(self, name: str, build: Callable[[], T]) -> T:
        """Return what `build` returns, with all that it stores: people with numbers of their own.

        It must only add rows. It is called by the first test that asks for it; the others share
        what it returned.
        """
        if name in self._known:
            _put(self._known[name])
        else:
            self._known[name] = _built(build)
        made: T = self._known[name].made
        return made


def _built(build: Callable[[], Any]) -> Scene:
    if database.param == "?":  # a sequence of PostgreSQL is not rolled back: it gives none twice
        Owner.id.set_last_given(database.obj, APART)
    before = {model: _table(model) for model in MODELS}
    with _just_before_one():
        made = build()
    return Scene(made, [insert for model in MODELS for insert in _inserts(model, before[model])])


@contextmanager
def _just_before_one() -> Iterator[None]:
    """Set the clock to a minute before tests of pages begin: nothing of it is of the future."""
    behind = (NOON + HOUR - MINUTE) * 1_000_000 - time.time_ns()
    with pytest.MonkeyPatch.context() as patch:
        ours = SimpleNamespace(time_ns=lambda: time.time_ns() + behind)
        patch.setattr(clock, "time", ours)
        yield


def _table(model: type[Stored]) -> Table:
    cursor = database.cursor()
    cursor.execute(f'SELECT * FROM "{table_of(model)}"')
    return Table(", ".join(f'"{one[0]}"' for one in cursor.description), {*cursor.fetchall()})


def _inserts(model: type[Stored], before: Table) -> Iterator[tuple[str, list[Any]]]:
    after = _table(model)
    assert before.rows <= after.rows, f"a scene may not change rows of {table_of(model)}"
    if rows := sorted(after.rows - before.rows, key=repr):
        marks = f"({', '.join([database.param] * len(rows[0]))})"
        values = ", ".join([marks] * len(rows))
        sql = f'INSERT INTO "{table_of(model)}" ({after.columns}) VALUES {values}'
        yield sql, [value for row in rows for value in row]


def _put(scene: Scene) -> None:
    cursor = database.cursor()
    for sql, values in scene.inserts:
        cursor.execute(sql, values)
