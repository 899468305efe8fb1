"""What every test can have: an app on a database of its own, and three people."""

import gc
from collections.abc import Callable, Generator, Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from flask import Flask

from tests.support.forks.server import ForkedServer
from tests.support.make import SECRET, Someone, make_person
from tests.support.needs import NotInstalled, built_assets
from tests.support.owners.spread import spread_by_owner
from tests.support.postgres import Postgres
from tests.support.proxy import Proxy
from tests.support.queries import watch_scopes
from tests.support.server import Server
from webapp.app import create_app
from webapp.config import read_settings
from webapp.domain.capture.search_parts import known_bytes
from webapp.storage.engine.database import database

if TYPE_CHECKING:
    from playwright.sync_api import Playwright

SPREAD = "spread"  # PostgreSQL with its tables spread by owner (tests/support/owners/spread.py)
# What always runs on them, too, and asks for every page and sends every form and entry.
SHORT = (
    "tests/storage/account/",
    "tests/storage/capture/",
    "tests/storage/engine/test_database.py",
    "tests/web/test_log_lines.py",
    "tests/web/test_owner_scope.py",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add an option of our own."""
    parser.addoption("--spread", action="store_true", help="run only on tables spread by owner")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run each test that asks for an engine on all that are wanted, one after another."""
    named = any("engine" in mark.args[:1] for mark in metafunc.definition.iter_markers())
    if "engine" in metafunc.fixturenames and not named:
        engines = engines_of(metafunc, spread=metafunc.config.getoption("spread"))
        metafunc.parametrize("engine", engines, indirect=True, scope="session")


def engines_of(metafunc: pytest.Metafunc, *, spread: bool) -> list[str]:
    """Return the engines for a test; spread: only tables that are spread, for all that can be."""
    whole = metafunc.definition.get_closest_marker("whole")
    can_be_spread = "app" in metafunc.fixturenames and not whole
    if spread:
        return [SPREAD] if can_be_spread else []
    short = metafunc.definition.nodeid.startswith(SHORT)
    return ["sqlite", "postgresql", *([SPREAD] if can_be_spread and short else ())]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark the tests that need a PostgreSQL, so that `make quick` can leave them out.

    With --spread leave out what is not on tables that are spread.
    """
    if config.getoption("spread"):
        items[:] = [item for item in items if engine_of(item) == SPREAD]
    for item in items:
        if needs_postgres(item):
            item.add_marker(pytest.mark.postgres)


def pytest_collection_finish() -> None:
    """Keep Python from searching ten thousand tests for garbage again and again."""
    gc.collect()
    gc.freeze()


def needs_postgres(item: pytest.Item) -> bool:
    """Say whether a test asks for a PostgreSQL, by a fixture or by the engine it runs on."""
    fixtures = {"postgres", "own_postgres"} & set(getattr(item, "fixturenames", ()))
    return bool(fixtures) or engine_of(item) in {"postgresql", SPREAD}


def engine_of(item: pytest.Item) -> str:
    """Return the engine that a test runs on, "" if it runs on none in particular."""
    return str(item.callspec.params.get("engine", "")) if hasattr(item, "callspec") else ""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Report a missing program or build in one sentence, not with a traceback."""
    report = yield
    if call.excinfo and call.excinfo.errisinstance(NotInstalled):
        report.longrepr = str(call.excinfo.value)
    return report


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """Run a PostgreSQL that all tests share."""
    with Postgres() as running:
        yield running


@pytest.fixture
def own_postgres() -> Iterator[Postgres]:
    """Run a PostgreSQL that a test may stop."""
    with Postgres() as running:
        yield running


@pytest.fixture(scope="session")
def playwright() -> Iterator["Playwright"]:
    """Yield the driver of Chromium; there can be only one at a time."""
    with import_module("playwright.sync_api").sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def engine(request: pytest.FixtureRequest) -> str:
    """Return the name of each engine in turn; pytest_generate_tests names them."""
    return str(request.param)


@pytest.fixture(scope="session")
def new_address(
    engine: str, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[], str]:
    """Return a function that creates an empty database on the engine."""
    if engine == "sqlite":
        return lambda: f"sqlite:///{tmp_path_factory.mktemp('data') / 'smallwins.db'}"
    new_database: Callable[[], str] = request.getfixturevalue("postgres").new_database
    return new_database


@pytest.fixture(scope="session")
def app(
    engine: str, new_address: Callable[[], str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Flask]:
    """Return the app on a fresh database, migrated once for all tests of that engine."""
    built_assets()
    data = str(tmp_path_factory.mktemp("data"))
    environ = {"SMALLWINS_DATA": data, "SECRET_KEY": SECRET, "DATABASE_URL": new_address()}
    ours = create_app(read_settings(environ))
    if engine == SPREAD:
        spread_by_owner(database.obj)
    yield ours
    database.close_all()


@pytest.fixture(scope="session")
def unscoped_queries(app: Flask) -> list[str]:
    """Return a list that gets each statement of the app that is about no one person's rows."""
    return watch_scopes()


@pytest.fixture
def db(app: Flask, unscoped_queries: list[str]) -> Iterator[None]:
    """Run the test in a transaction that is rolled back when it is over."""
    unscoped_queries.clear()
    known_bytes.cache_clear()  # the owner of another test had the same number
    database.connect(reuse_if_open=True)
    with database.atomic() as transaction:
        yield
        transaction.rollback()
    database.close()
    assert unscoped_queries == []


@pytest.fixture
def ana(db: None) -> Someone:
    """The owner."""
    return make_person("Ana")


@pytest.fixture
def ben(db: None) -> Someone:
    """Ana's team mate."""
    return make_person("Ben")


@pytest.fixture
def cleo(db: None) -> Someone:
    """A stranger."""
    return make_person("Cleo")


@pytest.fixture
def data_folder(tmp_path: Path) -> Path:
    """Return the folder of a server process of its own."""
    return tmp_path / "var"


@pytest.fixture
def server(data_folder: Path) -> Iterator[Server]:
    """Run the app in a process of its own; a test may kill and start it."""
    with ForkedServer(data_folder) as running:
        yield running


@pytest.fixture
def line(server: Server) -> Iterator[Proxy]:
    """Return the line between phones and the server, good until a test makes it bad."""
    with Proxy(server.port) as proxy:
        yield proxy
