"""The server process: how it stops, and what keeps it from starting."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.aside import open_at
from tests.server import ROOT, Server
from tests.visitor import Visitor
from webapp.storage.copies import opened
from webapp.storage.write_lock import WriteLock

pytestmark = pytest.mark.enable_socket

# Python itself may lie where only root may read, so it is loaded before the user changes.
AS_NOBODY = "import os, sys; from webapp.__main__ import main; os.setuid(65534); sys.exit(main())"
ANA = {"name": "Ana", "email": "ana@example.org", "password": "correct horse battery"}


@pytest.fixture
def server(data_folder: Path) -> Iterator[Server]:
    running = Server(data_folder).start()
    yield running
    running.kill()


def ends_with(server: Server, how: signal.Signals) -> int:
    server.process.send_signal(how)
    return server.process.wait(20)


def refuses(server: Server) -> bool:
    """Whether nobody takes connections at the server's address any more."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", server.port)) != 0


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_told_to_stop_it_answers_what_was_asked_before(server, data_folder, how):
    with closing(Visitor(server)) as ana, closing(Visitor(server)) as idle:
        ana.get("/sessions/new")
        idle.get("/sessions/new")
        with WriteLock(data_folder / "smallwins.db.lock"):  # so that her sign-up has to wait
            ana.sends("POST", "/people/", **ANA)
            server.process.send_signal(how)
            while not refuses(server):
                pass
        assert ana.answer()[0] == 303
        assert server.process.wait(20) == 0
    with opened(data_folder / "smallwins.db") as read:
        assert read.execute_sql("SELECT name FROM person").fetchall() == [("Ana",)]


def test_stopped_it_leaves_one_file_without_a_log(server, data_folder):
    with closing(Visitor(server)) as ana:
        ana.post("/people/", **ANA)
    assert ends_with(server, signal.SIGTERM) == 0
    left = {path.name for path in data_folder.iterdir()}
    assert "smallwins.db-wal" not in left


def test_two_servers_on_one_folder_share_it(server, data_folder):
    second = Server(data_folder).start()
    with closing(Visitor(server)) as ana, closing(Visitor(second)) as ben:
        assert ana.post("/people/", **ANA)[0] == 303
        assert ben.post("/people/", **{**ANA, "email": "ben@example.org"})[0] == 303
    second.stop()
    with opened(data_folder / "smallwins.db") as read:
        assert read.execute_sql("SELECT count(*) FROM person").fetchone() == (2,)


def test_while_it_runs_its_database_is_not_replaced(server, data_folder):
    environ = {"SMALLWINS_DATA": str(data_folder)}
    assert tried("backup", data_folder / "copy.db", **environ).returncode == 0
    refused = tried("restore", data_folder / "copy.db", **environ)
    assert (refused.returncode, "Stop the server" in refused.stderr) == (1, True)


def tried(*words: object, how=("-m", "webapp"), **environ: str) -> subprocess.CompletedProcess:
    """What became of `python -m webapp` with these words and settings."""
    return subprocess.run(
        [sys.executable, *how, *map(str, words)],
        cwd=ROOT,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **environ},
        capture_output=True,
        text=True,
        timeout=60,
    )


WRONG = [
    ("DATABASE_URL", "mysql://x/y", "DATABASE_URL must begin with sqlite:///"),
    ("DATABASE_URL", "postgresql://wins:secret@127.0.0.1:1/wins", "The database is busy or away."),
    ("DATABASE_URL", "postgresql://wins:secret@[::1/wins", "DATABASE_URL cannot be read"),
    ("DATABASE_URL", "sqlite:////proc/nowhere/x.db", "/proc/nowhere"),
    ("SMALLWINS_DATA", "/proc/nowhere", "The data folder /proc/nowhere cannot be written."),
    ("SMALLWINS_PORT", "http", "SMALLWINS_PORT must be a number"),
    ("SMALLWINS_LOG", "loud", "SMALLWINS_LOG must be problems or all"),
]


@pytest.mark.parametrize(("name", "value", "says"), WRONG)
def test_a_wrong_setting_is_said_at_the_start(tmp_path, name, value, says):
    ended = tried(**{"SMALLWINS_DATA": str(tmp_path), name: value})
    assert (ended.returncode in {1, 2}, ended.stdout) == (True, "")
    assert ended.stderr.startswith("Small Wins cannot start. ")
    assert says in ended.stderr
    assert ended.stderr.count("\n") == 1
    assert "secret" not in ended.stderr


def test_a_database_of_a_newer_version_is_left_alone(tmp_path):
    with open_at(tmp_path / "smallwins.db"):
        pass
    with opened(tmp_path / "smallwins.db") as newer:
        newer.execute_sql("INSERT INTO schema_migration (name, applied) VALUES ('9999_x', 'now')")
    ended = tried(SMALLWINS_DATA=str(tmp_path))
    assert (ended.returncode, "it has 9999_x" in ended.stderr) == (1, True)


def test_a_broken_database_is_told_and_left_as_it_is(tmp_path):
    (tmp_path / "smallwins.db").write_bytes(b"no database at all " * 500)
    ended = tried(SMALLWINS_DATA=str(tmp_path))
    assert (ended.returncode, "Restore a backup." in ended.stderr) == (1, True)
    assert (tmp_path / "smallwins.db").read_bytes() == b"no database at all " * 500


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")
@pytest.mark.parametrize("open_to_all", [False, True])
def test_a_folder_of_another_user_is_told(tmp_path, open_to_all):
    for folder in (tmp_path, tmp_path.parent, tmp_path.parent.parent):
        folder.chmod(0o755)
    data = tmp_path / "var"
    assert tried("version", SMALLWINS_DATA=str(data)).returncode == 0
    with open_at(data / "smallwins.db"):
        pass
    (data / "secret_key").write_text("s" * 48)
    data.chmod(0o777 if open_to_all else 0o700)
    ended = tried(how=("-c", AS_NOBODY), SMALLWINS_DATA=str(data))
    assert ended.returncode in {1, 2}
    assert "this user" in ended.stderr
    assert ended.stderr.count("\n") == 1
