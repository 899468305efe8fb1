"""The jobs, in a process of their own or beside the web server: they do their chores and stop."""

import logging
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.aside import aside
from tests.support.forks.server import ForkedServer
from tests.support.make import KEYS, NOON, SECRET
from tests.support.phones.patience import until
from webapp.config import read_settings
from webapp.domain.account.one_time_links import create_sign_up_link
from webapp.jobs.shared.running import Jobs
from webapp.storage.account.one_time_links import OneTimeLink
from webapp.storage.upkeep.opening import open_while

pytestmark = pytest.mark.enable_socket
BOTH = pytest.mark.parametrize("engine", ["sqlite", "postgresql"], indirect=True, scope="session")


class JobsApart(ForkedServer):
    """`python -m webapp jobs`."""

    def words(self) -> list[str]:
        """Return its command."""
        return ["jobs"]


def has_no_link() -> bool:
    return OneTimeLink.select().count() == 0


@BOTH
def test_a_process_of_its_own_does_them_and_ends_when_it_is_asked_to(
    new_address: Callable[[], str], tmp_path: Path
) -> None:
    url = new_address()
    with aside(), open_while(url):
        create_sign_up_link(KEYS, NOON)  # has expired long ago
        jobs = JobsApart(tmp_path / "var", DATABASE_URL=url, SECRET_KEY=SECRET).start()
        until(has_no_link, "the jobs delete what has expired")
        process = jobs.process
        jobs.stop()
    assert process
    assert process.wait() == 0


def test_beside_the_web_server_they_are_threads_that_end_with_it(tmp_path: Path) -> None:
    settings = read_settings({"SMALLWINS_DATA": str(tmp_path), "SECRET_KEY": SECRET})
    with aside(), open_while(settings.database_url):
        create_sign_up_link(KEYS, NOON)
        jobs = Jobs(settings).start()
        until(has_no_link, "the jobs delete what has expired")
        assert not jobs.has_ended()
        jobs.stop()
        assert jobs.has_ended()


def test_a_queue_that_cannot_be_opened_is_reported_with_what_to_do(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    settings = read_settings({"SMALLWINS_DATA": str(tmp_path), "SECRET_KEY": SECRET})
    (tmp_path / "ticks.sqlite3").mkdir()
    with caplog.at_level(logging.ERROR):
        jobs = Jobs(settings).start()
        until(lambda: caplog.records, "a line in the log")
        jobs.stop()
    assert caplog.records[0].getMessage().startswith("jobs: The database cannot be")
