"""The operator replaces the secret key; the one before is accepted for a while."""

import stat
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from webapp.config import read_settings
from webapp.rules.account.keys import Keys
from webapp.secret_keys import replace_key

DAY = 24 * 3_600_000


def today() -> date:
    return datetime.now(UTC).date()


def now() -> int:
    return int(datetime.now(UTC).timestamp() * 1000)


@pytest.fixture
def before(data_folder: Path) -> bytes:
    """Return the key that a server with this folder has had."""
    return keys_in(data_folder).current


def keys_in(folder: Path, **environ: str) -> Keys:
    return read_settings({"SMALLWINS_DATA": str(folder), **environ}).keys


def secrets_at(keys: Keys, moment: int) -> list[bytes]:
    """Return the keys that are accepted at this moment."""
    return [keys.current, *(key.secret for key in keys.earlier if moment < key.until)]


def test_the_one_before_is_accepted_for_thirty_days(command, data_folder, before):
    result = command("new-key")
    keys = keys_in(data_folder)
    assert (result.code, f"end of {today() + timedelta(days=30)}" in result.out) == (0, True)
    assert keys.current != before
    assert secrets_at(keys, now() + 29 * DAY) == [keys.current, before]
    assert secrets_at(keys, now() + 31 * DAY + DAY) == [keys.current]


def test_it_can_end_at_once_and_so_do_those_before_it(command, data_folder, before):
    command("new-key")
    result = command("new-key", "--days", "0")
    assert "everybody is signed out" in result.out
    assert keys_in(data_folder).earlier == ()


def test_replaced_twice_both_are_accepted_each_to_its_end(data_folder, before):
    replace_key(data_folder, date(2026, 11, 1), 10)
    second = keys_in(data_folder).current
    replace_key(data_folder, date(2026, 11, 5), 30)
    third, noon = keys_in(data_folder), int(datetime(2026, 11, 11, 12, tzinfo=UTC).timestamp())
    assert secrets_at(third, noon * 1000) == [third.current, before, second]
    assert secrets_at(third, noon * 1000 + DAY) == [third.current, second]


def test_each_is_new_and_as_long_as_the_first(data_folder, before):
    made = [before]
    for _ in range(3):
        replace_key(data_folder, date(2026, 11, 1), 10)
        made.append(keys_in(data_folder).current)
    assert len(set(made)) == 4
    assert {len(key) for key in made} == {64}


def test_an_earlier_one_is_accepted_no_longer_than_the_one_that_replaced_it(data_folder, before):
    replace_key(data_folder, date(2026, 11, 1), 30)
    replace_key(data_folder, date(2026, 11, 2), 5)
    assert len(keys_in(data_folder).earlier) == 2
    over = int(datetime(2026, 11, 8, tzinfo=UTC).timestamp()) * 1000
    assert len(secrets_at(keys_in(data_folder), over - 1)) == 3
    assert len(secrets_at(keys_in(data_folder), over)) == 1


def test_one_whose_end_has_passed_is_in_no_file(data_folder, before):
    replace_key(data_folder, date(2026, 11, 1), 10)
    replace_key(data_folder, date(2026, 11, 12), 10)
    assert before.decode() not in (data_folder / "earlier_secret_keys").read_text()


def test_the_files_are_their_owners_only_and_nothing_else_is_left(command, data_folder, before):
    command("new-key")
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in data_folder.iterdir()}
    assert modes == {"secret_key": 0o600, "earlier_secret_keys": 0o600}


def test_no_key_is_printed(command, data_folder, before):
    result = command("new-key")
    keys = keys_in(data_folder)
    assert not [key for key in secrets_at(keys, now()) if key.decode() in result.out + result.err]


def test_the_settings_name_earlier_keys_too(data_folder):
    named = f"{'a' * 32}@2026-12-31 {'b' * 40}@2027-01-31"
    keys = keys_in(data_folder, SECRET_KEY="c" * 40, SECRET_KEY_FALLBACKS=named)
    new_year = int(datetime(2027, 1, 1, tzinfo=UTC).timestamp()) * 1000
    assert secrets_at(keys, new_year - 1) == [b"c" * 40, b"a" * 32, b"b" * 40]
    assert secrets_at(keys, new_year) == [b"c" * 40, b"b" * 40]


def test_a_key_in_the_settings_is_replaced_there(command, data_folder, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "c" * 40)
    result = command("new-key")
    assert (result.code, "SECRET_KEY_FALLBACKS" in result.err) == (1, True)
    assert not (data_folder / "secret_key").exists()


@pytest.mark.parametrize(
    "named", ["a" * 40, f"{'a' * 31}@2026-12-31", f"{'a' * 40}@never", f"{'a' * 40}@9999-12-31"]
)
def test_earlier_keys_without_an_end_or_too_short_stop_the_start(command, monkeypatch, named):
    monkeypatch.setenv("SECRET_KEY_FALLBACKS", named)
    result = command("check")
    assert (result.code, "SECRET_KEY_FALLBACKS must be" in result.err) == (2, True)
    assert "aaaa" not in result.err


@pytest.mark.parametrize("days", ["-1", "366", "some"])
def test_an_invalid_number_of_days_is_refused(command, days):
    assert command("new-key", f"--days={days}").code == 2
