"""What is logged, and that nothing that people wrote is in it when things go wrong."""

import io
import json
import logging
import uuid
from collections.abc import Iterator
from contextlib import redirect_stderr
from pathlib import Path
from typing import Any

import pytest

from tests.support.forks.server import ForkedServer
from tests.support.make import rating, win
from tests.support.server import Server
from tests.support.visitor import Visitor, sign_up
from webapp.json_logs import JsonLines, start_logging
from webapp.storage.upkeep.snapshots import open_file
from webapp.web.shared.request_log import request_fields

NAME, EMAIL, PASSWORD = "Anastasia", "stasia@example.org", "correct horse battery"
WHAT, NOTE = "Talked the bank round", "It was a hard week"
PRIVATE = (NAME, EMAIL, "stasia", PASSWORD, WHAT, "bank", NOTE, "hard week", "rating", "zebra")
KEYS = {"time", "level", "logger", "message", "method", "route", "status", "ms", "error"} | {
    "place",
    "account",
}


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """Return the file that a server's log lines go to."""
    return tmp_path / "log"


@pytest.fixture
def server(request: pytest.FixtureRequest, data_folder: Path, log: Path) -> Iterator[Server]:
    """Start a server that logs every request, or only `problems` if a test asks for that."""
    running = ForkedServer(data_folder, SMALLWINS_LOG=getattr(request, "param", "all"))
    with log.open("w+") as running.log, running:
        yield running


def lines_of(server: Server, log: Path) -> list[dict[str, Any]]:
    server.stop()
    return [json.loads(line) for line in log.read_text().splitlines()]


def use_and_break(server: Server, data_folder: Path) -> dict[str, Any]:
    """Let Ana record and a stranger guess her password; then remove the table of wins."""
    entry, rated = win(WHAT), rating(9)
    with sign_up(server.port, NAME, EMAIL, PASSWORD) as ana, Visitor(server.port) as guest:
        ana.delivers([entry, rated])
        ana.post(f"/checkins/{rated['id']}?_method=PATCH", note=NOTE)
        ana.get(f"/wins/{entry['id']}/edit?zebra=1")
        guest.post("/sessions/", email=EMAIL, password="zebra zebra")
        guest.get(f"/nothing/{EMAIL}")
        with open_file(data_folder / "smallwins.db") as broken:
            broken.execute_sql("ALTER TABLE win RENAME TO lost")
        assert ana.get("/").status == 500
        assert ana.delivers([win(WHAT), rating(9)]).status == 500
    return entry


@pytest.mark.enable_socket
def test_nothing_of_anybody_is_logged_when_things_go_wrong(server, data_folder, log):
    entry = use_and_break(server, data_folder)
    lines = lines_of(server, log)
    assert {key for line in lines for key in line} == KEYS
    written = log.read_text().lower()
    assert [word for word in (*PRIVATE, entry["id"]) if word.lower() in written] == []


@pytest.mark.enable_socket
def test_every_request_has_a_line_with_its_route_and_each_error_its_places(
    server, data_folder, log
):
    use_and_break(server, data_folder)
    lines = lines_of(server, log)
    routes = [f"{line['method']} {line['route']}" for line in lines if line["message"] == "request"]
    assert "PATCH /checkins/<checkin_id>" in routes
    assert "GET none" in routes
    failed = next(line for line in lines if line["message"] == "failed")
    assert failed["error"][0]["type"] == "OperationalError"
    assert any("webapp/web/capture/today.py" in place for place in failed["error"][0]["at"])


@pytest.mark.enable_socket
@pytest.mark.parametrize("server", ["problems"], indirect=True)
def test_unless_asked_only_what_fails_has_a_line(server, data_folder, log):
    use_and_break(server, data_folder)
    lines = lines_of(server, log)
    assert {line["status"] for line in lines if "status" in line} == {500}


def line_of(logger: str, says: object, *values: object, error: Exception | None = None) -> str:
    told = (type(error), error, None) if error else None
    record = logging.LogRecord(logger, logging.ERROR, "", 1, says, values, told)
    return JsonLines().format(record)


FOREIGN = [
    ("waitress", "Exception while serving /wins/b2f0 zebra", (), "Exception while serving …"),
    ("webapp", "Exception on %s [%s]", ("/zebra", "GET"), "Exception on … […]"),
    ("waitress", "%d thread(s) still running", (2,), "… thread(s) still running"),
    ("waitress", "no longer accepting new connections", (), "no longer accepting new connections"),
    ("psycopg.pool", "no zebra@example.org here", (), "no …"),
    (
        "waitress",
        "closing channel <waitress.channel.Channel connected zebra>",
        (),
        "closing channel …",
    ),
    ("any", "client 192.0.2.7 went away", (), "client …"),
    ("any", "client 2001:db8::7 went away", (), "client …"),
    ("any", ValueError("zebra"), (), "…"),
]


@pytest.mark.parametrize(("logger", "says", "values", "logged"), FOREIGN)
def test_what_libraries_log_is_cut_where_values_begin(logger, says, values, logged):
    assert json.loads(line_of(logger, says, *values))["message"] == logged


LOGGERS = ("waitress.queue", "peewee.migrations", "waitress")


def lines_written(*said: tuple[str, str, object]) -> list[dict[str, Any]]:
    """Return what the server writes of these warnings: (logger, message, value)."""
    loggers = [logging.getLogger(name) for name in (None, *LOGGERS)]
    levels = [logger.level for logger in loggers]
    with redirect_stderr(io.StringIO()) as written, pytest.MonkeyPatch.context() as here:
        here.setattr(logging.getLogger(), "handlers", [])
        here.setattr(logging, "raiseExceptions", True)
        start_logging()
        for name, message, value in said:
            logging.getLogger(name).warning(message, value)
    for logger, level in zip(loggers, levels, strict=True):
        logger.setLevel(level)
    return [json.loads(line) for line in written.getvalue().splitlines()]


def test_a_line_that_cannot_be_written_leaves_none_with_its_values() -> None:
    lines = lines_written(("webapp.x", "rated %d", "zebra"), ("webapp.x", "rated %d", 9))
    assert [line["message"] for line in lines] == ["rated 9"]


def test_that_requests_wait_or_tables_change_is_no_line_for_each() -> None:
    lines = lines_written(*[(name, "depth is %d", 9) for name in LOGGERS])
    assert [line["logger"] for line in lines] == ["waitress"]


def test_of_a_value_that_is_no_json_only_the_type_is_logged() -> None:
    record = logging.LogRecord("webapp.x", logging.INFO, "", 1, "request", (), None)
    record.fields = {"route": Path("zebra"), "ms": 3}
    line = json.loads(JsonLines().format(record))
    assert (line["route"], line["ms"]) == (type(Path()).__name__, 3)


def test_an_error_is_told_by_its_type_and_what_led_to_it():
    try:
        try:
            raise KeyError("zebra")
        except KeyError:
            raise ValueError(f"{EMAIL} rated 9") from None
    except ValueError as error:
        line = line_of("webapp.x", "failed", error=error)
    assert [link["type"] for link in json.loads(line)["error"]] == ["ValueError", "KeyError"]
    assert [word for word in PRIVATE if word in line] == []


def test_a_line_is_one_line_whatever_is_in_it():
    line = line_of("webapp.x", 'two\nlines and a "quote"')
    assert "\n" not in line
    assert json.loads(line)["message"] == 'two\nlines and a "quote"'


def test_an_id_in_an_address_is_not_logged(app):
    with app.test_request_context(f"/wins/{uuid.uuid4()}/edit?zebra"):
        assert request_fields() == {"method": "GET", "route": "/wins/<win_id>/edit"}
