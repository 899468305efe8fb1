"""What is published is published once: after a restore, by two at once, and with any file (R36)."""

import subprocess
from functools import partial
from pathlib import Path

import pytest

from tests.support.aside import aside, open_at
from tests.support.at_once import at_once
from tests.support.needs import program
from tests.support.owners.teams import leaves
from tests.support.owners.windows import DUE, W, answers, at, choose, five, publish, shown
from tests.support.postgres import Postgres
from webapp.domain.teams.counting import PUBLISHED
from webapp.rules.shared.problems import Invalid
from webapp.storage.engine.remembered import FILE, Remembered
from webapp.storage.teams.counting import CountsIn
from webapp.storage.teams.team_windows import ProgressMarker, TeamWindow, marker
from webapp.storage.upkeep.backup import back_up
from webapp.storage.upkeep.opening import open_while
from webapp.storage.upkeep.restore import marker_in, restore

GOES_ON = CountsIn.until.is_null()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a database in which five have answered, and its backup, from before publishing."""
    path = tmp_path / "var" / "smallwins.db"
    with open_at(path):
        _, people = five()
        for one in people:
            answers(one, 5)
            answers(one, 9, when=at(W + 1, 5))
    back_up(path, tmp_path / "backup.db")
    return path


def figures(path: Path) -> list[tuple[int, str]]:
    """Return what a database has published."""
    with open_at(path):
        return [(row.window, row.band) for row in TeamWindow.select().order_by(TeamWindow.window)]


def published(path: Path, folder: Path, now: int = DUE) -> list[int]:
    """Publish what is due in a database, by a machine with this data folder."""
    with open_at(path):
        return publish(folder, now)


def test_a_restored_backup_publishes_nothing_again(file: Path, tmp_path: Path):
    assert published(file, file.parent) == [W - 1, W]
    restore(file, tmp_path / "backup.db")
    assert published(file, file.parent) == []
    assert figures(file) == []  # not shown any more
    assert published(file, file.parent, at(W + 1, 34, 0)) == [W + 1]
    assert figures(file) == [(W + 1, ">=7")]


def test_what_a_restored_backup_lost_is_listed_as_not_shown(file: Path, tmp_path: Path):
    published(file, file.parent)
    restore(file, tmp_path / "backup.db")
    with open_at(file):
        publish(file.parent, at(W + 1, 34, 0))
        publish(file.parent, at(W + 2, 34, 0))
        [team] = {row.team_id for row in TeamWindow.select()}
        assert shown(team) == {W + 2: "", W + 1: ">=7 of 5-7"}


def test_a_second_machine_learns_it_from_the_database_and_the_database_from_a_machine(
    file: Path, tmp_path: Path
):
    here, there = file.parent, tmp_path / "there"
    there.mkdir()
    published(file, here)
    assert published(file, there) == []  # as with PostgreSQL, which both use
    assert Remembered(there).largest(PUBLISHED) == W
    restore(file, tmp_path / "backup.db")
    assert published(file, there) == []
    with open_at(file):
        assert marker(PUBLISHED) == W


def test_an_older_backup_on_a_machine_whose_folder_says_less_believes_the_database(
    file: Path, tmp_path: Path
):
    published(file, file.parent, at(W + 1, 34, 0))
    old = tmp_path / "old"
    old.mkdir()
    Remembered(old).note(PUBLISHED, W)
    assert published(file, old, at(W + 1, 35, 0)) == []
    assert Remembered(old).largest(PUBLISHED) == W + 1


def test_the_database_that_is_replaced_is_asked_before(file: Path, tmp_path: Path):
    published(file, file.parent)
    assert marker_in(file, PUBLISHED) == W
    assert marker_in(tmp_path / "none.db", PUBLISHED) is None
    (tmp_path / "broken.db").write_bytes(b"no database at all")
    assert marker_in(tmp_path / "broken.db", PUBLISHED) is None


def test_a_new_database_publishes_nothing_and_stays_empty(tmp_path: Path):
    with open_at(tmp_path / "new.db"):
        assert publish(tmp_path) == []
        assert ProgressMarker.select().count() == 0
    assert not (tmp_path / FILE).exists()


def test_a_dump_of_postgresql_that_is_restored_publishes_nothing_again(
    postgres: Postgres, tmp_path: Path
):
    url, dump, tools = postgres.new_database(), tmp_path / "dump", Path(program("postgres"))
    with aside(), open_while(url):
        _, people = five()
        for one in people:
            answers(one, 5)
    made = [tools / "pg_dump", "--format=custom", f"--file={dump}", url]
    subprocess.run(made, check=True)
    with aside(), open_while(url):
        assert publish(tmp_path) == [W - 1, W]
    back = ["--clean", "--if-exists", "--no-owner", "--single-transaction", "--exit-on-error"]
    subprocess.run([tools / "pg_restore", *back, f"--dbname={url}", dump], check=True)
    with aside(), open_while(url):
        assert marker(PUBLISHED) == W - 2
        assert publish(tmp_path) == []
        assert (marker(PUBLISHED), TeamWindow.select().count()) == (W, 0)


def test_who_leaves_while_they_choose_counts_nowhere_after(new_address, tmp_path: Path):
    with aside(), open_while(new_address()):
        team, people = five()
        for one in people[1:]:
            came = at_once(
                partial(choose, one, team, at(W, 3)), partial(leaves, one, team, now=at(W, 3))
            )
            assert [error for error in came if error and not isinstance(error, Invalid)] == []
            assert not CountsIn.select().where(CountsIn.person == one.id, GOES_ON).exists()


def test_two_who_publish_at_once_publish_each_window_once(new_address, tmp_path: Path):
    with aside(), open_while(new_address()):
        team, people = five()
        for one in people:
            answers(one, 5)
        found: list[list[int]] = []
        came = at_once(*[lambda: found.append(publish(tmp_path))] * 3)
        assert came == [None] * 3
        assert sorted(number for some in found for number in some) == [W - 1, W]
        assert shown(team) == {W: "5-6 of 5-7"}
