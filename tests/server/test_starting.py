"""What the start says, and what a start that fails says, in one sentence."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.aside import aside, open_at
from tests.support.postgres import Postgres
from tests.support.processes import run_app
from tests.support.server import Server
from webapp.__main__ import greeting
from webapp.config import read_settings
from webapp.storage.engine.database import database
from webapp.storage.upkeep.opening import open_while

pytestmark = pytest.mark.enable_socket

# Python itself may lie where only root may read, so it is loaded before the user changes.
AS_NOBODY = (
    "import os, sys, webapp.app, webapp.serving; from webapp.__main__ import main;"
    "os.setuid(65534); sys.exit(main())"
)
WRONG = [
    ("DATABASE_URL", "mysql://x:secret@x/y", "DATABASE_URL must begin with sqlite:///"),
    ("DATABASE_URL", "sqlite:///", "names no file. Write DATABASE_URL as sqlite:////folder/"),
    ("DATABASE_URL", "sqlite://smallwins.db", "names no file. Write DATABASE_URL as sqlite:////"),
    ("DATABASE_URL", "sqlite:////proc/nowhere/x.db", "/proc/nowhere"),
    ("DATABASE_URL", "postgresql://wins:secret@127.0.0.1:1/wins", "The database is busy or away."),
    ("DATABASE_URL", "postgresql:///wins?host=/proc/nowhere", "The database is busy or away."),
    ("DATABASE_URL", "postgresql://wins:secret@nowhere.invalid/wins", "The host in DATABASE_URL"),
    ("DATABASE_URL", "postgresql://wins:secret@127.0.0.1:99999/wins", "The port in DATABASE_URL"),
    ("DATABASE_URL", "postgresql://wins:secret@127.0.0.1:port/wins", "A number in DATABASE_URL"),
    ("DATABASE_URL", "postgresql://wins:secret@[::1/wins", "DATABASE_URL cannot be read"),
    ("SMALLWINS_DATA", "/proc/nowhere", "The data folder /proc/nowhere cannot be written."),
    ("SMALLWINS_PORT", "http", "SMALLWINS_PORT must be a number"),
    ("SMALLWINS_LOG", "loud", "SMALLWINS_LOG must be problems or all"),
]


@pytest.mark.parametrize(("name", "value", "says"), WRONG)
def test_a_wrong_setting_is_reported_at_the_start(
    tmp_path: Path, name: str, value: str, says: str
) -> None:
    is_told(run_app(**{"SMALLWINS_DATA": str(tmp_path), name: value}), says)


REFUSED = [
    ("guarded:secret", "kept", "PostgreSQL refused user or password. Correct DATABASE_URL."),
    ("guarded", "kept", "PostgreSQL wants a password. Put it into DATABASE_URL"),
    ("guarded:right", "kept", "The database user may not do that. Grant it the rights"),
    ("wins:secret", "nowhere", "PostgreSQL has no such user or database. Create it"),
    ("nobody:secret", "kept", "PostgreSQL has no such user or database. Create it"),
]


@pytest.fixture(scope="module")
def guarded(postgres: Postgres) -> Postgres:
    """Return a PostgreSQL with a database that one user can read with a password."""
    postgres.tell("CREATE DATABASE kept")
    postgres.ask_for_password("guarded", "right")
    return postgres


@pytest.mark.parametrize(("who", "database", "says"), REFUSED)
def test_what_postgresql_refuses_is_reported_at_the_start(
    guarded: Postgres, tmp_path: Path, who: str, database: str, says: str
) -> None:
    url = guarded.address(who, database)
    is_told(run_app(SMALLWINS_DATA=str(tmp_path), DATABASE_URL=url), says)


def test_a_database_of_a_newer_version_is_left_alone(
    new_address: Callable[[], str], tmp_path: Path
) -> None:
    url = new_address()
    with aside(), open_while(url):
        database.execute_sql(
            "INSERT INTO schema_migration (name, applied) VALUES ('9999_x', '2030-01-01 00:00:00')"
        )
    is_told(run_app(SMALLWINS_DATA=str(tmp_path), DATABASE_URL=url), "it has 9999_x")


def test_a_broken_database_is_reported_and_not_changed(tmp_path: Path) -> None:
    (tmp_path / "smallwins.db").write_bytes(b"no database at all " * 500)
    is_told(run_app(SMALLWINS_DATA=str(tmp_path)), "Restore a backup.")
    assert (tmp_path / "smallwins.db").read_bytes() == b"no database at all " * 500


@pytest.mark.parametrize("rights", [0o555, 0o500, 0o777])
def test_a_folder_that_the_user_cannot_use_is_reported(tmp_path: Path, rights: int) -> None:
    for folder in (tmp_path, tmp_path.parent, tmp_path.parent.parent):
        folder.chmod(0o755)
    data = tmp_path / "var"
    with open_at(data / "smallwins.db"):
        pass
    for file in (data / "secret_key", *data.iterdir()):
        file.touch()
        file.chmod(0o400 if os.geteuid() == 0 else 0)
    data.chmod(rights)
    as_nobody = {"how": ("-c", AS_NOBODY)} if os.geteuid() == 0 else {}
    ended = run_app(**as_nobody, SMALLWINS_DATA=str(data))
    data.chmod(0o700)
    is_told(ended, "this user")


def test_the_first_start_says_where_it_is_where_data_are_and_how_to_stop(tmp_path: Path) -> None:
    server = Server(tmp_path / "var")
    with (tmp_path / "log").open("w+") as server.log:
        server.start()
        assert server.process
        assert server.process.stdout
        said = [server.process.stdout.readline() for _ in range(2)]
        server.stop()
    assert said == [
        f"Your data is in {tmp_path}/var/smallwins.db.\n",
        "To stop it, press Ctrl+C.\n",
    ]
    assert (tmp_path / "log").read_text() == ""


def test_the_start_names_an_address_that_a_browser_takes(tmp_path: Path) -> None:
    settings = read_settings({"SMALLWINS_DATA": str(tmp_path), "SMALLWINS_HOST": "::1"})
    assert greeting(settings).startswith("Small Wins is at http://[::1]:8000\n")


def is_told(ended: subprocess.CompletedProcess[str], says: str) -> None:
    """Assert one line with this sentence, without a traceback and without the password."""
    assert (ended.returncode in {1, 2}, ended.stdout) == (True, "")
    assert ended.stderr.startswith("Small Wins cannot start. ")
    assert says in ended.stderr
    assert ended.stderr.count("\n") == 1
    assert "secret" not in ended.stderr.replace("secret_key", "")
