"""PostgreSQL: its address, and what happens when it stops and starts again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from tests.support.make import SECRET, make_person, win
from tests.support.postgres import Postgres
from tests.web.conftest import Browser
from webapp.app import create_app
from webapp.config import read_settings
from webapp.storage.capture.wins import Win
from webapp.storage.engine.database import State, connection, database, open_database

WRONG = [
    ("postgresql://wins:secret@host/name?colour=red", "secret"),
    ("postgresql://[::1", "::1"),
]


@pytest.mark.parametrize(("url", "hidden"), WRONG)
def test_a_wrong_address_is_reported_without_its_password(url: str, hidden: str) -> None:
    with pytest.raises(ValueError, match="Write postgresql://user:password@host") as raised:
        open_database(url)
    assert hidden not in str(raised.value)


@pytest.fixture
def app_on_it(own_postgres: Postgres, tmp_path: Path, app: Flask) -> Iterator[Flask]:
    """Run the app on a PostgreSQL of its own; the other tests go on with theirs."""
    before, lock = database.obj, State.write_lock
    url = own_postgres.new_database()
    environ = {"SMALLWINS_DATA": str(tmp_path), "SECRET_KEY": SECRET, "DATABASE_URL": url}
    yield create_app(read_settings(environ))
    database.close_all()
    database.initialize(before)
    State.write_lock = lock


def test_it_may_go_away_and_come_back(app_on_it: Flask, own_postgres: Postgres) -> None:
    with connection():
        ana = make_person("Ana")
        sent = {"person": ana.me.key, "entries": [win()]}
        as_ana = Browser(ana.browser(app_on_it))
    assert as_ana.sends(sent).status_code == 200
    own_postgres.stop()
    away = as_ana.sends(sent)
    assert (away.status_code, away.headers["Retry-After"]) == (503, "2")
    own_postgres.start()
    again = as_ana.sends(sent)
    assert again.json["verdicts"][0]["verdict"] == "seen"
    with connection():
        assert Win.select().count() == 1
