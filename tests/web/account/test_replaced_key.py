"""After the secret key was replaced: what the old one signed is accepted until its end.

What is signed from then on is signed with the new one.
"""

from collections.abc import Callable

import pytest
from flask import Flask

from tests.support.make import DAY, KEYS, SECRET, Someone
from tests.web.conftest import Browser
from tests.web.shared.forms.test_unsent import ANA, ended, plans, signs_in
from webapp.domain.account.known_devices import device_known_to
from webapp.domain.account.one_time_links import LinkKind, create_reset_link, create_sign_up_link
from webapp.domain.account.one_time_links import is_valid as is_link_valid
from webapp.domain.account.sessions import end_session, find_person, start_session
from webapp.rules.account.keys import EarlierKey, Keys
from webapp.rules.shared.ids import PersonId
from webapp.storage.account.people import Person
from webapp.storage.account.sessions import Session
from webapp.web.shared import clock

NEW = b"a new secret of the tests, long enough to be one"
ONLY_NEW = Keys(NEW)
Replace = Callable[[int], Keys]


@pytest.fixture
def replace(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Replace:
    """Return a function that replaces the key and accepts the old one for some more ms."""

    def do(accepted: int) -> Keys:
        keys = Keys(NEW, (EarlierKey(SECRET.encode(), clock.now() + accepted),))
        monkeypatch.setitem(app.config, "KEYS", keys)
        return keys

    return do


def cookie_of(browser: Browser, name: str) -> str:
    """Return the value of a cookie of this browser."""
    cookie = browser.client.get_cookie(name)
    assert cookie
    return cookie.value


def test_a_device_stays_signed_in_and_still_is_after_the_old_keys_end(
    as_ana: Browser, replace: Replace
) -> None:
    replace(DAY)
    assert as_ana.get("/wins/").status_code == 200
    replace(0)
    assert as_ana.get("/wins/").status_code == 200


def test_a_device_that_comes_after_the_end_is_signed_out(as_ana: Browser, replace: Replace) -> None:
    replace(0)
    assert as_ana.get("/wins/").location.startswith("/sessions/new")


def test_a_device_is_one_before_and_after_and_can_be_ended(
    as_ana: Browser, ana: Someone, replace: Replace
) -> None:
    before = Session.select().count()
    keys = replace(DAY)
    as_ana.get("/wins/")
    assert Session.select().count() == before
    as_ana.post("/sessions/current?_method=DELETE")
    assert Session.select().where(Session.person == ana.id).count() == before - 1
    assert find_person(ana.token, keys, clock.now())  # her other device


def test_signing_out_right_after_it_ends_the_session_too(
    signed_out: Browser, ana: Someone, replace: Replace
) -> None:
    token = start_session(PersonId(ana.id), KEYS, clock.now())
    signed_out.client.set_cookie("session", token)
    keys = replace(DAY)
    signed_out.post("/sessions/current?_method=DELETE")
    assert find_person(token, keys, clock.now()) is None


def test_a_session_of_the_old_key_can_be_ended_before_it_was_used(
    ana: Someone, replace: Replace
) -> None:
    keys = replace(DAY)
    end_session(ana.token, keys, clock.now())
    assert find_person(ana.token, KEYS, clock.now()) is None


def test_who_signs_in_now_is_signed_in_with_the_new_key(
    signed_out: Browser, replace: Replace
) -> None:
    replace(DAY)
    signed_out.post("/people/", **ANA)
    token = cookie_of(signed_out, "session")
    assert find_person(token, ONLY_NEW, clock.now())
    assert find_person(token, KEYS, clock.now()) is None


def test_a_known_device_gets_its_cookie_with_the_new_key(
    signed_out: Browser, replace: Replace
) -> None:
    signed_out.post("/people/", **ANA)
    person = PersonId(Person.get(Person.email == ANA["email"]).id)
    old = cookie_of(signed_out, "device")
    keys = replace(DAY)
    signed_out.get("/wins/")
    new = cookie_of(signed_out, "device")
    known = {device_known_to(person, one, keys, clock.now()) for one in (old, new)}
    assert known == {old.split(".")[0]}
    assert device_known_to(person, new, ONLY_NEW, clock.now())
    assert len(new.split(".")) == 2  # the old mark is gone


def test_a_device_of_the_old_key_is_unknown_after_its_end(
    signed_out: Browser, replace: Replace
) -> None:
    signed_out.post("/people/", **ANA)
    person = PersonId(Person.get(Person.email == ANA["email"]).id)
    keys = replace(0)
    assert device_known_to(person, cookie_of(signed_out, "device"), keys, clock.now()) == ""


def test_nothing_is_renewed_while_there_is_one_key(signed_out: Browser) -> None:
    signed_out.post("/people/", **ANA)
    assert "Set-Cookie" not in signed_out.get("/wins/").headers


@pytest.mark.parametrize("kind", LinkKind)
@pytest.mark.parametrize(("accepted", "status"), [(DAY, 200), (0, 404)])
def test_a_link_of_the_old_key_opens_until_its_end(
    signed_out: Browser,
    ana: Someone,
    replace: Replace,
    monkeypatch: pytest.MonkeyPatch,
    kind: LinkKind,
    accepted: int,
    status: int,
) -> None:
    monkeypatch.setitem(signed_out.client.application.config, "SIGN_UP", "link")
    address = address_of(kind, KEYS)
    replace(accepted)
    assert signed_out.get(address).status_code == status


def address_of(kind: LinkKind, keys: Keys) -> str:
    """Return the address of a new link, to sign up or to choose a password for Ana."""
    if kind is LinkKind.RESET:
        return f"/resets/{create_reset_link('ana@example.org', keys, clock.now())}"
    return f"/sign-up-links/{create_sign_up_link(keys, clock.now())}"


def test_a_reset_link_of_the_old_key_is_used_once(
    signed_out: Browser, ana: Someone, replace: Replace
) -> None:
    address = address_of(LinkKind.RESET, KEYS)
    replace(DAY)
    sent = [
        signed_out.post(f"{address}?_method=PATCH", new_password="battery staple").status_code
        for _ in range(2)
    ]
    assert sent == [303, 404]


def test_a_sign_up_link_of_the_old_key_is_used_once(
    signed_out: Browser, replace: Replace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(signed_out.client.application.config, "SIGN_UP", "link")
    link = create_sign_up_link(KEYS, clock.now())
    replace(DAY)
    others = {**ANA, "email": "finn@example.org"}
    sent = [signed_out.post("/people/", **one, link=link).status_code for one in (ANA, others)]
    assert sent == [303, 422]


@pytest.mark.parametrize("kind", [LinkKind.SIGN_UP, LinkKind.RESET])
def test_a_link_made_now_is_signed_with_the_new_key(
    ana: Someone, replace: Replace, kind: LinkKind
) -> None:
    token = address_of(kind, replace(DAY)).rpartition("/")[2]
    assert is_link_valid(kind, token, ONLY_NEW, clock.now())
    assert not is_link_valid(kind, token, KEYS, clock.now())


@pytest.mark.parametrize("accepted", [DAY, 0])
def test_words_that_wait_on_the_sign_in_page_are_still_theirs(
    signed_out: Browser, replace: Replace, accepted: int
) -> None:
    signed_out.post("/people/", **ANA)
    ended(signed_out)
    asked = plans(signed_out)
    replace(accepted)
    assert signs_in(signed_out, asked.text, ANA).status_code == 200
