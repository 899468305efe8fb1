"""What a person stores makes no page dear: counted, not timed (S9)."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from cProfile import Profile
from functools import partial
from typing import Any

import pytest
from flask import Flask
from peewee import SqliteDatabase

from tests.support.make import Someone
from tests.support.rows import rows_looked_at
from tests.web.asking import link_of, named, things_of
from tests.web.conftest import Browser
from tests.web.rights import RIGHTS
from tests.web.worst import live_worst
from webapp.storage.engine.database import database

pytestmark = pytest.mark.long
DEARER = 30  # times an empty page: 300 ms beside 10 ms
DEARER_FILE = 120  # of 5,000 wins at most, with few steps for each: 200 ms
FILES = {"/evidence/record.<form>"}
STEPS = 1_250_000  # of SQLite's virtual machine; some 50 ms
ROWS = 30_000_000  # of PostgreSQL's plans; joins of all with all had a hundred times as many
ASKED = (
    "/?logged=<win_id>",
    "/wins/?kept=200",
    "/wins/?q=groß+wörter+zzzz",
    "/wins/?objective=<objective_id>&q=zzzz",
    "/evidence/?q=zzzz",
    "/evidence/?from=2000-01-01&to=2100-01-01",
    "/goals/new?after=<win_id>",
    "/lessons/?objectives=<objective_id>&area=z",
    "/reviews/<review_id>/edit?step=obstacles",
    "/reviews/<review_id>/edit?step=next",
    "/objectives/<objective_id>?goals=2000000000000.<win_id>",
)


def paths() -> list[str]:
    return [route.split()[1] for route in RIGHTS if route.startswith("GET ")] + list(ASKED)


def calls_in(asked: Callable[[], Any]) -> int:
    """Return how many functions of Python are called or resumed while `asked` runs."""
    counting = Profile(builtins=False)  # in C: a function of ours would take as long as the page
    counting.runcall(asked)
    return sum(function.callcount for function in counting.getstats())


def counted_work() -> AbstractContextManager[list[int]]:
    """Return a block in which the steps of SQLite or the rows of PostgreSQL are counted."""
    return _counted_steps() if isinstance(database.obj, SqliteDatabase) else rows_looked_at()


@contextmanager
def _counted_steps() -> Iterator[list[int]]:
    # By the thousand.
    steps: list[int] = []
    connection = database.obj.connection()
    connection.set_progress_handler(lambda: steps.append(1_000), 1_000)
    try:
        yield steps
    finally:
        connection.set_progress_handler(None, 0)


@pytest.fixture
def asked(app: Flask, ana: Someone, ben: Someone) -> tuple[Browser, Browser, Any, Any]:
    """Return browsers of Ana, whose life is the worst, and of Ben, and what each has."""
    theirs = {**things_of(ana), **link_of(ana)}
    database.execute_sql("ANALYZE")  # the engine believes in few rows: it looks again in a minute
    live_worst(ana, theirs)
    return Browser(ana.browser(app)), Browser(ben.browser(app)), theirs, things_of(ben)


def test_no_page_is_dear(asked: tuple[Browser, Browser, Any, Any]) -> None:
    as_ana, as_ben, hers, his = asked
    as_ben.get("/")  # reads templates and words, once
    ordinary = calls_in(lambda: as_ben.get("/"))
    most = STEPS if isinstance(database.obj, SqliteDatabase) else ROWS
    dear = {}
    for path in paths():
        own, empty = named(path, hers), named(path, his)
        with counted_work() as work:
            assert as_ana.get(own).status_code < 500, path
        as_ben.get(empty)  # what is read once and kept is not counted
        times = calls_in(partial(as_ana.get, own)) / max(
            ordinary, calls_in(partial(as_ben.get, empty))
        )
        if times > (DEARER_FILE if path in FILES else DEARER) or sum(work) > most:
            dear[path] = round(times), sum(work)
    assert dear == {}
