"""What every test can have: an app on a database of its own, and three people."""

from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Playwright, sync_playwright

from tests.support.forks.server import ForkedServer
from tests.support.make import SECRET, Someone, make_person
from tests.support.needs import NotInstalled, built_assets
from tests.support.postgres import Postgres
from tests.support.proxy import Proxy
from tests.support.queries import watch_scopes
from tests.support.server import Server
from webapp.app import create_app
from webapp.config import read_settings
from webapp.storage.engine.database import database


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that need a PostgreSQL, so that `make quick` can leave them out."""
    for item in items:
        if needs_postgres(item):
            item.add_marker(pytest.mark.postgres)


def needs_postgres(item: pytest.Item) -> bool:
    """Say whether a test asks for a PostgreSQL, by a fixture or by the engine it runs on."""
    fixtures = {"postgres", "own_postgres"} & set(getattr(item, "fixturenames", ()))
    engine = getattr(item, "callspec", None) and item.callspec.params.get("new_address")
    return bool(fixtures) or engine == "postgresql"


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
def playwright() -> Iterator[Playwright]:
    """Yield the driver of Chromium; there can be only one at a time."""
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def new_address(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[], str]:
    """Return a function that creates an empty database, on each of the two engines in turn."""
    if request.param == "sqlite":
        return lambda: f"sqlite:///{tmp_path_factory.mktemp('data') / 'smallwins.db'}"
    new_database: Callable[[], str] = request.getfixturevalue("postgres").new_database
    return new_database


@pytest.fixture(scope="session")
def app(
    new_address: Callable[[], str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Flask]:
    """Return the app on a fresh database, migrated once for all tests of that engine."""
    built_assets()
    data = str(tmp_path_factory.mktemp("data"))
    environ = {"SMALLWINS_DATA": data, "SECRET_KEY": SECRET, "DATABASE_URL": new_address()}
    yield create_app(read_settings(environ))
    database.close_all()


@pytest.fixture(scope="session")
def unscoped_queries(app: Flask) -> list[str]:
    """Return a list that gets each statement of the app that is about no one person's rows."""
    return watch_scopes()


@pytest.fixture
def db(app: Flask, unscoped_queries: list[str]) -> Iterator[None]:
    """Run the test in a transaction that is rolled back when it is over."""
    unscoped_queries.clear()
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
