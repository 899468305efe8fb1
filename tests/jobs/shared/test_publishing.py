"""Jobs, the command and a start publish team confidence: each window once, the oldest first."""

from argparse import Namespace
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from types import SimpleNamespace
from typing import Any

import pytest

from tests.support.aside import aside
from tests.support.make import SECRET
from tests.support.owners.windows import W, answers, at, five
from webapp.app import create_app
from webapp.cli.jobs import run_publish
from webapp.config import Settings, read_settings
from webapp.jobs.shared.chores import minute_of
from webapp.storage.teams import team_windows
from webapp.storage.teams.team_windows import TeamWindow
from webapp.storage.upkeep.opening import close_database, open_while

BOTH = pytest.mark.parametrize("engine", ["sqlite", "postgresql"], indirect=True, scope="session")
MUCH_LATER = at(W + 2, 34, 0)


@pytest.fixture
def settings(
    new_address: Callable[[], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Settings]:
    """Return those of a server on which five answered in three windows, none of them published."""
    given = {"SMALLWINS_DATA": str(tmp_path), "DATABASE_URL": new_address(), "SECRET_KEY": SECRET}
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    stopped = SimpleNamespace(time_ns=lambda: MUCH_LATER * 1_000_000)
    for module in ("webapp.cli.terminal", "webapp.web.shared.clock", "webapp.jobs.shared.chores"):
        monkeypatch.setattr(f"{module}.time", stopped)
    with aside():
        with open_while(given["DATABASE_URL"]):
            _, people = five()
            for one in people:
                for number in range(3):
                    answers(one, 5 + number, when=at(W + number, 5))
        yield read_settings(given)


def by_jobs(settings: Settings) -> None:
    """Let the jobs do what they do each hour about it."""
    with open_while(settings.database_url):
        [chore] = [one for one in minute_of(settings, Event()).chores if "publish" in one.name]
        chore.run()


def by_command(_: Settings) -> None:
    """Run the command."""
    run_publish(Namespace())


def by_start(settings: Settings) -> None:
    """Start the server."""
    create_app(settings)
    close_database()


WAYS: tuple[Callable[[Settings], Any], ...] = (by_jobs, by_command, by_start)


@BOTH
@pytest.mark.parametrize("first", WAYS)
def test_whoever_comes_first_publishes_and_nobody_again(
    settings: Settings, first: Callable[[Settings], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    stored: list[int] = []
    store = team_windows.store_figure

    def noted(team: Any, number: int, band: str, headcount: str) -> None:
        stored.append(number)
        store(team, number, band, headcount)

    monkeypatch.setattr("webapp.domain.teams.publishing.store_figure", noted)
    for way in (first, *WAYS):
        way(settings)
    assert stored == [W, W + 1, W + 2]
    with open_while(settings.database_url):
        rows = TeamWindow.select().order_by(TeamWindow.window)
        assert [(row.window, row.band) for row in rows] == [
            *((W, "5-6"), (W + 1, "6-7"), (W + 2, ">=7")),
        ]
