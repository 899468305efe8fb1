"""What concerns the security of accounts leaves a line, without an address of any kind."""

import logging
from collections.abc import Iterator

import pytest
from flask import Flask

from tests.support.make import DAY, KEYS, NOON, OURS, Someone
from tests.web.account.test_people import ANA
from tests.web.conftest import Browser
from webapp.domain.account.one_time_links import create_reset_link, create_sign_up_link
from webapp.rules.account.keys import EarlierKey, Keys
from webapp.web.shared import clock, events

EMAIL, PASSWORD = ANA["email"], ANA["password"]
NEW = "another battery staple"


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> Iterator[list[tuple[str, dict[str, str]]]]:
    """Return what was logged so far, as (message, fields); it grows."""
    found: list[tuple[str, dict[str, str]]] = []

    class Kept(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            found.append((record.getMessage(), record.__dict__["fields"]))

    handler = Kept()
    events.logger.addHandler(handler)
    caplog.set_level(logging.INFO, events.logger.name)
    yield found
    events.logger.removeHandler(handler)


def messages(lines: list[tuple[str, dict[str, str]]]) -> list[str]:
    return [message for message, _ in lines]


def guess(browser: Browser, email: str = EMAIL, address: str = "192.0.2.1") -> None:
    form = {"email": email, "password": "wrong horse"}
    there = {"REMOTE_ADDR": address}
    browser.client.post("/sessions/", data=form, headers=OURS, environ_overrides=there)


def test_guesses_and_their_limit_are_told_with_place_and_account(
    app: Flask, signed_out: Browser, lines: list[tuple[str, dict[str, str]]]
) -> None:
    for _ in range(11):
        guess(signed_out)
    assert messages(lines) == ["sign-in refused"] * 10 + ["limited"]
    assert len({(fields["place"], fields["account"]) for _, fields in lines}) == 1


def test_another_place_and_another_account_can_be_told_apart(
    signed_out: Browser, lines: list[tuple[str, dict[str, str]]]
) -> None:
    guess(signed_out)
    guess(signed_out, "ben@example.org")
    guess(signed_out, f" {EMAIL.upper()}", "198.51.100.9")
    places, accounts = ([fields[name] for _, fields in lines] for name in ("place", "account"))
    assert (places[0] == places[1], places[0] == places[2]) == (True, False)
    assert (accounts[0] == accounts[2], accounts[0] == accounts[1]) == (True, False)


def test_what_an_owner_changes_is_told(
    signed_out: Browser, lines: list[tuple[str, dict[str, str]]]
) -> None:
    signed_out.post("/people/", **ANA)
    changed = {"old_password": PASSWORD, "new_password": NEW}
    signed_out.post("/passwords/current?_method=PATCH", **changed)
    moved = {"email": "ana@example.net", "password": NEW}
    signed_out.post("/people/current?_method=PATCH", **moved)
    signed_out.post("/devices/?_method=DELETE", password=NEW)
    signed_out.post("/sessions/", email="ana@example.net", password=NEW)
    assert messages(lines) == [
        "signed up",
        "password changed",
        "e-mail changed",
        "e-mail changed",
        "other devices ended",
        "signed in",
    ]
    assert lines[2][1]["account"] == lines[1][1]["account"]
    assert lines[3][1]["account"] == lines[-1][1]["account"]


def test_a_used_link_is_told(
    signed_out: Browser, ana: Someone, lines: list[tuple[str, dict[str, str]]]
) -> None:
    token = create_reset_link("ana@example.org", KEYS, NOON)
    signed_out.post(f"/resets/{token}?_method=PATCH", new_password=NEW)
    signed_out.get(f"/resets/{token}")
    assert messages(lines) == ["password changed with a link", "link refused"]
    guess(signed_out, "ana@example.org")
    assert lines[0][1]["account"] == lines[-1][1]["account"]


def test_a_sign_up_link_that_is_not_valid_is_told(
    app: Flask,
    signed_out: Browser,
    lines: list[tuple[str, dict[str, str]]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(app.config, "SIGN_UP", "link")
    token = create_sign_up_link(KEYS, clock.now())
    signed_out.get(f"/sign-up-links/{token}")
    assert messages(lines) == []
    signed_out.get("/sign-up-links/made-up")
    assert messages(lines) == ["link refused"]


def test_an_invitation_that_is_not_valid_is_told(
    signed_out: Browser, lines: list[tuple[str, dict[str, str]]]
) -> None:
    signed_out.get(f"/invitations/17-{64 * '0'}")
    assert messages(lines) == ["link refused"]


def test_a_link_of_a_mail_that_is_not_valid_is_told(
    signed_out: Browser, lines: list[tuple[str, dict[str, str]]]
) -> None:
    signed_out.get("/confirmations/made-up")
    signed_out.get("/unsubscriptions/made-up")
    signed_out.post("/unsubscriptions/made-up")
    assert messages(lines) == ["link refused"] * 3


def test_a_wrong_password_at_a_change_is_told(
    signed_out: Browser, lines: list[tuple[str, dict[str, str]]]
) -> None:
    signed_out.post("/people/", **ANA)
    wrong = {"old_password": "not this one", "new_password": NEW}
    signed_out.post("/passwords/current?_method=PATCH", **wrong)
    signed_out.post("/people/current?_method=PATCH", email="a@example.net", password="not this one")
    assert messages(lines) == ["signed up", "confirmation refused", "confirmation refused"]
    assert len({fields["account"] for _, fields in lines}) == 1


def test_a_request_of_another_site_is_told(
    as_ana: Browser, lines: list[tuple[str, dict[str, str]]]
) -> None:
    as_ana.client.post("/wins/", headers={"Origin": "https://elsewhere.org"})
    assert messages(lines) == ["forged"]


def test_the_same_place_has_another_hash_after_the_key_was_replaced(
    app: Flask,
    signed_out: Browser,
    lines: list[tuple[str, dict[str, str]]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    guess(signed_out)
    new = Keys(b"a new key", (EarlierKey(KEYS.current, clock.now() + DAY),))
    monkeypatch.setitem(app.config, "KEYS", new)
    guess(signed_out)
    before, after = (fields for _, fields in lines)
    assert not {before["place"], before["account"]} & {after["place"], after["account"]}


def test_no_line_says_who_or_from_where(
    signed_out: Browser, lines: list[tuple[str, dict[str, str]]]
) -> None:
    signed_out.post("/people/", **ANA)
    guess(signed_out)
    told = str(lines).casefold()
    for private in ("ana", "example", "192.0.2", "127.0.0.1", PASSWORD, "wrong"):
        assert private not in told
