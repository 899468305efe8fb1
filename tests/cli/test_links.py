"""The links that the operator creates: for signing up, and for choosing a new password."""

import pytest

from tests.support.aside import open_at
from tests.support.make import KEYS, SECRET, make_person, visit
from webapp.domain.account.one_time_links import LinkKind, is_valid
from webapp.domain.account.passwords import reset_password
from webapp.web.shared.clock import now


@pytest.fixture
def file(data_folder, monkeypatch):
    """Return the database file in the data folder, with Ana in it."""
    monkeypatch.setenv("SECRET_KEY", SECRET)
    data_folder.mkdir(mode=0o700)
    with open_at(data_folder / "smallwins.db"):
        make_person("Ana")
    return data_folder / "smallwins.db"


def token_in(result, before):
    """Return the token at the end of a printed address that begins with `before`."""
    assert (result.code, result.out.startswith(before)) == (0, True)
    return result.out.removeprefix(before).strip()


def test_a_sign_up_link_is_printed_as_a_whole_address(command, file, monkeypatch):
    monkeypatch.setenv("SMALLWINS_SIGN_UP", "link")
    monkeypatch.setenv("SMALLWINS_ALLOWED_HOSTS", ".lan, wins.example.org")
    result = command("sign-up-link", "--days", "2")
    token = token_in(result, "https://wins.example.org/sign-up-links/")
    with open_at(file):
        assert is_valid(LinkKind.SIGN_UP, token, KEYS, now())
        assert not is_valid(LinkKind.SIGN_UP, token, KEYS, now() + 2 * 24 * 3_600_000)
    assert result.err == ""


def test_the_command_of_earlier_versions_does_the_same(command, file):
    result = command("invite")
    with open_at(file):
        token = token_in(result, "http://127.0.0.1:8000/sign-up-links/")
        assert is_valid(LinkKind.SIGN_UP, token, KEYS, now())


def test_where_everybody_can_sign_up_the_command_says_so(command, file):
    assert "SMALLWINS_SIGN_UP is open" in command("sign-up-link").err


def test_where_nobody_can_no_link_is_created(command, file, monkeypatch):
    monkeypatch.setenv("SMALLWINS_SIGN_UP", "closed")
    result = command("sign-up-link")
    assert (result.code, result.out) == (1, "")
    assert "Set SMALLWINS_SIGN_UP=link" in result.err


@pytest.mark.parametrize("days", ["0", "366", "-1", "some"])
def test_an_invalid_number_of_days_is_refused(command, file, days):
    assert command("sign-up-link", f"--days={days}").code == 2


def test_with_a_reset_link_a_password_is_chosen(command, file):
    result = command("reset-link", "Ana@example.org")
    token = token_in(result, "http://127.0.0.1:8000/resets/")
    with open_at(file):
        assert reset_password(token, "battery staple", visit(now=now()))


def test_for_an_address_that_nobody_has_there_is_no_link(command, file):
    result = command("reset-link", "emma@example.org")
    assert (result.code, result.out) == (1, "")
    assert "Nobody has the address emma@example.org" in result.err
