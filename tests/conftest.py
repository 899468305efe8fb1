"""What every test can have: an app on a database of its own, and three people."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from tests.make import SECRET, Someone, make_person
from webapp.app import create_app
from webapp.config import read_settings
from webapp.storage.database import database


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """The app on a fresh SQLite file, migrated once for all tests."""
    data = tmp_path_factory.mktemp("data")
    return create_app(read_settings({"SMALLWINS_DATA": str(data), "SECRET_KEY": SECRET.decode()}))


@pytest.fixture
def db(app: Flask) -> Iterator[None]:
    """A transaction that is rolled back when the test is over."""
    database.connect(reuse_if_open=True)
    with database.atomic() as transaction:
        yield
        transaction.rollback()
    database.close()


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
    """A folder for a server process of its own."""
    return tmp_path / "var"
