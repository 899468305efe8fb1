"""The made-up person from the command line."""

import pytest

from tests.support.aside import open_at
from webapp.domain.account.authentication import person_with_password
from webapp.storage.account.people import Person

pytestmark = pytest.mark.long


def test_it_prints_a_password_of_its_own_that_signs_in(command, data_folder):
    result = command("demo")
    password = result.out.strip().rpartition(" ")[2]
    with open_at(data_folder / "smallwins.db"):
        assert person_with_password("ana@example.org", password) == Person.get().id


def test_no_two_databases_get_the_same_password(command, monkeypatch, tmp_path):
    printed = []
    for name in ("one", "two"):
        monkeypatch.setenv("SMALLWINS_DATA", str(tmp_path / name))
        printed.append(command("demo").out)
    assert printed[0] != printed[1]


def test_a_password_that_was_given_is_not_printed(command):
    result = command("demo", "--password-stdin", typed="twelve weeks of wins\n")
    assert (result.code, "twelve" in result.out) == (0, False)


def test_a_database_with_people_is_refused_in_a_sentence(command):
    command("demo", "--seed", 2)
    result = command("demo")
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("There are people in this database.")


def test_a_zone_that_there_is_not_is_refused(command):
    assert command("demo", "--zone", "Moon/Crater").code == 2
