"""The operator publishes by a command, by starting the server, and never twice by a restore."""

from types import SimpleNamespace

import pytest

from tests.support.aside import aside, open_at
from tests.support.owners.windows import DUE, W, answers, five
from webapp.app import create_app
from webapp.config import read_settings
from webapp.domain.teams.counting import PUBLISHED
from webapp.storage.engine.remembered import Remembered
from webapp.storage.teams.team_windows import TeamWindow, marker


@pytest.fixture
def file(data_folder):
    """Return a database in which a window of some time ago is not published yet."""
    data_folder.mkdir(mode=0o700)
    with open_at(data_folder / "smallwins.db"):
        _, people = five()
        for one in people:
            answers(one, 5)
    return data_folder / "smallwins.db"


def last_published(file) -> int | None:
    """Return the last window that the database says was published."""
    with open_at(file):
        return marker(PUBLISHED)


@pytest.fixture
def when_due(monkeypatch):
    """Stop the clock of commands and of the server at the moment when the window is due."""
    stopped = SimpleNamespace(time_ns=lambda: DUE * 1_000_000)
    monkeypatch.setattr("webapp.cli.terminal.time", stopped)
    monkeypatch.setattr("webapp.web.shared.clock.time", stopped)


def test_a_command_publishes_what_is_due_and_says_how_many(command, file, when_due):
    assert command("publish").out == "2 windows were published.\n"
    assert command("publish").out == "0 windows were published.\n"
    with open_at(file):
        assert [row.window for row in TeamWindow.select()] == [W]


def test_restoring_a_backup_of_before_publishes_nothing_again(command, file, when_due):
    command("backup", file.with_name("copy.db"))
    command("publish")
    (file.with_name("remembered.txt")).unlink()  # the folder is new, say
    assert command("restore", file.with_name("copy.db")).code == 0
    assert Remembered(file.parent).largest(PUBLISHED) == W
    assert command("publish").out == "0 windows were published.\n"
    with open_at(file):
        assert TeamWindow.select().count() == 0


def test_starting_the_server_publishes_before_the_first_request(file, when_due):
    with aside():
        create_app(read_settings({"SMALLWINS_DATA": str(file.parent)}))
    assert last_published(file) == W
