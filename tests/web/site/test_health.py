"""/healthz says that the process runs, /readyz that it can answer people."""

from pathlib import Path

from flask import Flask

from tests.support.aside import aside
from tests.support.make import Someone
from tests.support.queries import counted_queries
from tests.web.conftest import Browser
from webapp.storage.engine.database import database, open_database
from webapp.web.shared.headers import COMMON


def test_a_running_process_says_ok_and_touches_nothing(app: Flask, signed_out: Browser) -> None:
    with counted_queries() as statements:
        answer = signed_out.get("/healthz")
    assert (answer.status_code, answer.text, statements) == (200, "ok", [])


def test_a_process_without_its_database_still_runs(app: Flask, tmp_path: Path) -> None:
    with aside():
        open_database(f"sqlite:///{tmp_path}")  # a folder
        assert app.test_client().get("/healthz").text == "ok"


def test_with_its_database_it_is_ready(signed_out: Browser) -> None:
    answer = signed_out.get("/readyz")
    assert (answer.status_code, answer.json) == (200, {"ready": True, "problem": None})


def test_without_its_database_it_is_not(app: Flask, tmp_path: Path) -> None:
    with aside():
        open_database(f"sqlite:///{tmp_path}")
        answer = app.test_client().get("/readyz")
    problem = "The database does not answer."
    assert (answer.status_code, answer.json) == (503, {"ready": False, "problem": problem})


def test_with_a_migration_to_come_it_is_not(app: Flask, tmp_path: Path) -> None:
    with aside():
        open_database(f"sqlite:///{tmp_path / 'empty.db'}")
        answer = app.test_client().get("/readyz")
        database.close_all()
    assert answer.status_code == 503
    assert "migrations were not applied" in answer.json["problem"]


def test_no_session_is_looked_up(as_ana: Browser, ana: Someone) -> None:
    with counted_queries() as statements:
        as_ana.get("/readyz")
        as_ana.get("/healthz")
    assert not any("session" in statement for statement in statements)


def test_both_have_the_security_headers_and_are_not_cached(signed_out: Browser) -> None:
    for path in ("/healthz", "/readyz"):
        answer = signed_out.get(path)
        assert {name: answer.headers.get(name) for name in COMMON} == COMMON
        assert answer.headers["Cache-Control"] == "no-store"
