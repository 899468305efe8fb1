"""Too much in a short time is answered in words, with how long to wait (A5)."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
from argon2 import PasswordHasher
from flask import Flask

from tests.support.make import OURS, Someone, win
from tests.support.queries import counted_queries
from tests.web.account.test_people import ANA
from tests.web.conftest import Browser

GUESS = "wrong horse"
PARAMETERS = "$argon2id$v=19$m=19456,t=2,p=1"


@pytest.fixture
def three_a_minute(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let one person send three entries in a minute."""
    monkeypatch.setitem(app.config, "ENTRIES_PER_MINUTE", 3)


def guess(browser: Browser, email: str, address: str = "192.0.2.1") -> Any:
    """Return the answer to a guess from this address."""
    form = {"email": email, "password": GUESS}
    there = {"REMOTE_ADDR": address}
    return browser.client.post("/sessions/", data=form, headers=OURS, environ_overrides=there)


def test_the_eleventh_guess_is_told_to_wait(signed_out: Browser) -> None:
    answers = [guess(signed_out, "ana@example.org") for _ in range(11)]
    assert [answer.status_code for answer in answers] == [422] * 10 + [429]
    assert 120 < int(answers[-1].headers["Retry-After"]) <= 180
    assert "Try again in 3 minutes." in answers[-1].text
    assert 'value="ana@example.org"' in answers[-1].text  # it need not be typed again


def test_from_elsewhere_the_owner_gets_in_meanwhile(signed_out: Browser, app: Flask) -> None:
    signed_out.post("/people/", **ANA)
    for _ in range(20):
        guess(Browser(app.test_client()), ANA["email"])
    answer = signed_out.post("/sessions/", email=ANA["email"], password=ANA["password"])
    assert answer.status_code == 303


@pytest.mark.long
def test_in_an_office_whoever_was_signed_in_before_gets_in_beside_a_guesser(
    signed_out: Browser, app: Flask
) -> None:
    signed_out.post("/people/", **ANA)
    signed_out.client.delete("/sessions/current", headers=OURS)
    for number in range(70):
        guess(Browser(app.test_client()), f"person-{number % 8}@example.org", "127.0.0.1")
    with_her_password = {"email": ANA["email"], "password": ANA["password"]}
    assert Browser(app.test_client()).post("/sessions/", **with_her_password).status_code == 429
    assert signed_out.post("/sessions/", **with_her_password).status_code == 303


@pytest.mark.parametrize("guesses", [1, 11])
def test_known_and_unknown_addresses_are_answered_byte_for_byte_alike(
    signed_out: Browser, guesses: int
) -> None:
    signed_out.post("/people/", **ANA)
    known, unknown = "ana@example.org", "xyz@example.org"
    first = [guess(signed_out, known) for _ in range(guesses)][-1]
    other = [guess(signed_out, unknown) for _ in range(guesses)][-1]
    assert first.status_code == other.status_code
    assert first.text == other.text.replace(unknown, known)
    # A moment passes between the two, so that the second may be shown a second less.
    assert {**first.headers, "Retry-After": ""} == {**other.headers, "Retry-After": ""}


def test_a_password_is_worked_on_as_much_whether_the_address_is_known_or_not(
    signed_out: Browser,
) -> None:
    signed_out.post("/people/", **ANA)
    known = hashes_while(lambda: guess(signed_out, "ana@example.org", "192.0.2.1"))
    unknown = hashes_while(lambda: guess(signed_out, "xyz@example.org", "192.0.2.1"))
    assert known == unknown == [PARAMETERS]  # the time itself is printed by `make bench` (A5)


def hashes_while(asked: Callable[[], object]) -> list[str]:
    """Return the parameters of each argon2 computation that the call cost."""
    seen: list[str] = []

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code is PasswordHasher.verify.__code__:
            seen.append(str(frame.f_locals["hash"]).rpartition("$")[0].rpartition("$")[0])

    sys.setprofile(note)
    try:
        asked()
    finally:
        sys.setprofile(None)
    return seen


@pytest.mark.long
def test_signing_up_over_and_over_is_told_to_wait(signed_out: Browser) -> None:
    form = {**ANA, "name": "Ana", "email": "ana@example.org"}
    signed_out.post("/people/", **form)
    answers = [signed_out.post("/people/", **form) for _ in range(60)]
    assert [answer.status_code for answer in answers] == [422] * 59 + [429]
    assert 'value="ana@example.org"' in answers[-1].text


@pytest.mark.usefixtures("three_a_minute")
def test_a_phone_that_sends_too_much_is_told_when_to_go_on(as_ana: Browser, ana: Someone) -> None:
    first = as_ana.sends({"person": ana.me.key, "entries": [win(), win(), win()]})
    assert first.status_code == 200
    answer = as_ana.sends({"person": ana.me.key, "entries": [win()]})
    assert (answer.status_code, answer.mimetype) == (429, "application/json")
    assert 1 <= int(answer.headers["Retry-After"]) <= 20
    assert "Try again in" in answer.json["problem"]


def test_forms_sent_over_and_over_are_told_to_wait(as_ana: Browser, as_ben: Browser) -> None:
    theme = {"theme": "dark"}
    answers = [as_ana.post("/settings/theme?_method=PATCH", **theme) for _ in range(320)]
    assert {answer.status_code for answer in answers[:300]} == {303}
    assert answers[-1].status_code == 429
    assert as_ben.post("/settings/theme?_method=PATCH", **theme).status_code == 303


def test_a_form_too_many_hinders_no_tap(as_ana: Browser, ana: Someone) -> None:
    for _ in range(320):
        as_ana.post("/settings/theme?_method=PATCH", theme="dark")
    sent = as_ana.sends({"person": ana.me.key, "entries": [win()]})
    assert sent.json["verdicts"][0]["verdict"] == "stored"


def test_the_limit_of_entries_costs_no_query(as_ana: Browser, ana: Someone) -> None:
    sent = {"person": ana.me.key, "entries": [win()]}
    with counted_queries() as statements:
        as_ana.sends(sent)
    told = [sql for sql in statements if not sql.startswith(("SAVEPOINT", "RELEASE"))]
    assert len(told) == 5  # who is it; the person's row, the receipt, the win, edits before it
