"""The server process: how it stops, and with what it shares its data folder."""

import signal
import socket

import pytest

from tests.support.processes import run_app
from tests.support.server import Server
from tests.support.visitor import PASSWORD, Visitor, sign_up
from webapp.storage.engine.write_lock import WriteLock
from webapp.storage.upkeep.snapshots import open_file

pytestmark = pytest.mark.enable_socket

ANA = {"name": "Ana", "email": "ana@example.org", "password": PASSWORD}


def ends_with(server: Server, how: signal.Signals) -> int:
    server.process.send_signal(how)
    return server.process.wait(20)


def refuses(server: Server) -> bool:
    """Return whether the server's address accepts no connections any more."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", server.port)) != 0


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_on_a_signal_to_stop_it_answers_the_requests_it_has(server, data_folder, how):
    with Visitor(server.port) as ana, Visitor(server.port) as idle:
        ana.get("/sessions/new")
        idle.get("/sessions/new")
        with WriteLock(data_folder / "smallwins.db.lock"):  # so that her sign-up has to wait
            ana.submits("/people/", **ANA)
            server.process.send_signal(how)
            while not refuses(server):
                pass
        assert ana.answer().status == 303
        assert server.process.wait(20) == 0
    with open_file(data_folder / "smallwins.db") as read:
        assert read.execute_sql("SELECT name FROM person").fetchall() == [("Ana",)]


def test_stopped_it_leaves_one_file_without_a_log(server, data_folder):
    sign_up(server.port).close()
    assert ends_with(server, signal.SIGTERM) == 0
    left = {path.name for path in data_folder.iterdir()}
    assert "smallwins.db-wal" not in left


def test_two_servers_on_one_folder_share_it(server, data_folder):
    with Server(data_folder) as second:
        sign_up(server.port, "Ana").close()
        sign_up(second.port, "Ben").close()
        second.stop()
    with open_file(data_folder / "smallwins.db") as read:
        assert read.execute_sql("SELECT count(*) FROM person").fetchone() == (2,)


def test_while_it_runs_its_database_is_not_replaced(server, data_folder):
    environ = {"SMALLWINS_DATA": str(data_folder)}
    assert run_app("backup", data_folder / "copy.db", **environ).returncode == 0
    refused = run_app("restore", data_folder / "copy.db", **environ)
    assert (refused.returncode, "Stop the server" in refused.stderr) == (1, True)
