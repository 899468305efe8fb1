"""The server process: how it stops, and whom it shares its folder with."""

import signal
import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.server import Server, tried
from tests.support.visitor import Visitor
from webapp.storage.engine.write_lock import WriteLock
from webapp.storage.upkeep.snapshots import open_file

pytestmark = pytest.mark.enable_socket

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
    with open_file(data_folder / "smallwins.db") as read:
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
    with open_file(data_folder / "smallwins.db") as read:
        assert read.execute_sql("SELECT count(*) FROM person").fetchone() == (2,)


def test_while_it_runs_its_database_is_not_replaced(server, data_folder):
    environ = {"SMALLWINS_DATA": str(data_folder)}
    assert tried("backup", data_folder / "copy.db", **environ).returncode == 0
    refused = tried("restore", data_folder / "copy.db", **environ)
    assert (refused.returncode, "Stop the server" in refused.stderr) == (1, True)
