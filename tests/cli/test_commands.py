"""What the operator can do from the command line."""

import os
import pty
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.support.aside import open_at
from tests.support.make import make_person, win
from tests.support.processes import ROOT
from webapp.cli.commands import COMMANDS
from webapp.domain.account.authentication import person_with_password
from webapp.storage.account.people import Person
from webapp.storage.upkeep.snapshots import open_file

PASSWORD = "correct horse battery"
ANA = ("create-person", "--name", "Ana", "--email", "Ana@Example.org", "--password-stdin")


@pytest.fixture
def file(data_folder: Path) -> Path:
    """Return the database file in the data folder, with Ana and one win."""
    data_folder.mkdir(mode=0o700)
    with open_at(data_folder / "smallwins.db"):
        make_person("Ana").sends(win())
    return data_folder / "smallwins.db"


def test_a_created_person_can_sign_in(command, data_folder):
    assert command(*ANA, typed=f"{PASSWORD}\n").code == 0
    with open_at(data_folder / "smallwins.db"):
        assert person_with_password("ana@example.org", PASSWORD) == Person.get().id


def test_a_second_account_with_the_address_is_refused_in_a_sentence(command):
    command(*ANA, typed=PASSWORD)
    result = command(*ANA, typed=PASSWORD)
    assert (result.code, result.out) == (1, "")
    assert result.err == "There is an account with this address; sign in instead.\n"


def test_every_problem_is_reported_at_once(command):
    result = command(
        "create-person", "--name", "Ana", "--email", "x", "--password-stdin", typed="-"
    )
    assert result.code == 1
    assert "name@example.org" in result.err
    assert "Choose a password" in result.err


def test_without_anybody_to_ask_the_option_is_named(command):
    assert command("create-person").err == "Name is missing. Give it with --name.\n"
    without = command(*ANA[:-1])
    assert (without.code, "--password-stdin" in without.err) == (1, True)


def test_no_option_takes_a_password(command):
    result = command(*ANA[:-1], "--password", PASSWORD)
    assert result.code == 2


def test_at_a_terminal_it_asks_and_does_not_show_the_password(data_folder):
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "webapp", "create-person"],
        cwd=ROOT,
        env={**os.environ, "SMALLWINS_DATA": str(data_folder)},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    shown = ""
    answers = [("Name: ", "Ana"), ("E-mail: ", "ana@example.org")]
    for question, answer in [*answers, ("Password: ", PASSWORD), ("Again: ", PASSWORD)]:
        while not shown.endswith(question):
            shown += os.read(ours, 100).decode()
        os.write(ours, f"{answer}\n".encode())
    while "The account is created" not in shown:
        shown += os.read(ours, 100).decode()
    assert process.wait() == 0
    os.close(ours)
    assert PASSWORD not in shown


def test_a_backup_is_created_and_restored(command, file, tmp_path):
    assert command("backup", tmp_path / "copy.db").code == 0
    with open_file(file) as changed:
        changed.execute_sql("DELETE FROM win")
    result = command("restore", tmp_path / "copy.db")
    assert (result.code, "before-restore" in result.out) == (0, True)
    with open_file(file) as restored:
        assert restored.execute_sql("SELECT count(*) FROM win").fetchone() == (1,)


def test_a_file_that_is_no_backup_is_refused_in_a_sentence(command, file, tmp_path):
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8" * 5000)
    result = command("restore", tmp_path / "photo.jpg")
    assert (result.code, result.out) == (1, "")
    assert result.err == f"{tmp_path}/photo.jpg is broken. Name another backup.\n"


def test_a_database_in_use_is_not_replaced(command, file, tmp_path):
    command("backup", tmp_path / "copy.db")
    with open_at(file):
        result = command("restore", tmp_path / "copy.db")
    assert (result.code, result.err) == (1, f"{file} is in use. Stop the server, then try again.\n")


@pytest.mark.parametrize("word", ["backup", "restore"])
def test_for_postgresql_its_own_programs_are_named(command, word, monkeypatch, tmp_path):
    monkeypatch.setenv("DATABASE_URL", "postgresql://wins:secret@host/wins")
    result = command(word, tmp_path / "copy.db")
    assert (result.code, "pg_dump" in result.err, "secret" in result.err) == (1, True, False)


def test_a_database_is_moved_once(command, file, tmp_path):
    urls = f"sqlite:///{file}", f"sqlite:///{tmp_path / 'moved.db'}"
    result = command("transfer", *urls)
    assert (result.code, result.err, "both hold the same" in result.out) == (0, "", True)
    again = command("transfer", *urls)
    assert (again.code, again.err.startswith("The database to copy to is not empty.")) == (1, True)


def test_an_unreachable_database_is_reported_without_its_password(command, file):
    result = command("transfer", f"sqlite:///{file}", "postgresql://wins:secret@127.0.0.1:1/wins")
    assert (result.code, result.out) == (1, "")
    assert ("The database is busy or away" in result.err, "secret" in result.err) == (True, False)


def test_rebuild_corrects_what_does_not_follow_from_the_wins(command, file):
    assert command("rebuild").out == "1 wins were checked; 0 things differed and are corrected.\n"
    with open_file(file) as broken:
        broken.execute_sql("UPDATE win SET counted = 1")
    assert "1 things differed" in command("rebuild").out


def test_check_finds_nothing_wrong_where_nothing_is(command, file):
    result = command("check")
    assert (result.code, result.err) == (0, "")
    assert {line.partition(": ")[2] for line in result.out.splitlines()} == {"good"}


def test_check_says_what_to_correct(command, file):
    file.parent.chmod(0o755)
    with open_file(file) as broken:
        broken.execute_sql("UPDATE win SET person_id = 77")
    result = command("check")
    assert (result.code, result.err) == (1, "Correct what is listed above.\n")
    assert f"Run: chmod 700 {file.parent}" in result.out
    assert "win refers to missing rows. Restore a backup." in result.out


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"none" * 2000, "none, or broken. Restore a backup."), (b"", "migrations are due")],
)
def test_check_looks_at_a_file_that_is_no_database(command, file, content, says):
    file.write_bytes(content)
    result = command("check")
    assert (result.code, says in result.out) == (1, True)


def test_check_creates_no_database(command, data_folder):
    assert "Start the server once." in command("check").out
    assert not (data_folder / "smallwins.db").exists()


def test_version_is_that_of_the_package(command):
    ours = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    assert command("version").out.startswith(f"Small Wins {ours}, ")


def test_what_is_not_understood_ends_with_2(command):
    assert command("frobnicate").code == 2


def test_without_a_command_it_serves(command):
    assert command() == (0, "", "")


@pytest.mark.parametrize("word", [name for name, *_ in COMMANDS])
def test_each_command_says_what_it_does(command, word):
    assert command(word, "--help").out.count("\n") > 3
