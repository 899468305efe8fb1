"""Signed-in devices: listed, and signed out from another device (A4)."""

import pytest
from flask import Flask

from tests.support.make import Someone
from tests.support.queries import counted_queries
from tests.web.conftest import Browser
from webapp.domain.account.authentication import HASHER
from webapp.domain.account.sessions import start_session
from webapp.storage.account.people import Person
from webapp.web.shared import clock
from webapp.web.shared.login import keys

PASSWORD = "correct horse battery"
PHONE = "Mozilla/5.0 (Linux; Android 10; K) Chrome/141.0.0.0 Mobile Safari/537.36"


@pytest.fixture
def phone(app: Flask, ana: Someone) -> Browser:
    """Return the token of Ana's phone, besides the browser of `as_ana`."""
    client = app.test_client()
    with app.app_context():
        client.set_cookie("session", start_session(ana.id, keys(), clock.now(), PHONE))
    return Browser(client)


@pytest.fixture(autouse=True)
def password(ana: Someone) -> str:
    """Return the password that Ana has."""
    Person.update(password_hash=HASHER.hash(PASSWORD)).where(Person.id == ana.id).execute()
    return PASSWORD


def id_of(phone: Browser) -> str:
    cookie = phone.client.get_cookie("session")
    assert cookie
    with phone.client.application.app_context():
        return keys().hash(cookie.value)


def test_each_is_listed_by_name_and_this_one_is_marked(as_ana: Browser, phone: Browser) -> None:
    page = as_ana.get("/devices/").text
    assert page.count('class="device"') == 3  # with the one that every Someone has
    assert page.count("This device") == 1
    assert "Chrome on Android" in page


def test_one_that_is_signed_out_is_out_at_once(as_ana: Browser, phone: Browser) -> None:
    answer = as_ana.post(f"/devices/{id_of(phone)}?_method=DELETE", password=PASSWORD)
    assert (answer.status_code, answer.location) == (303, "/devices/")
    assert phone.get("/").location == "/sessions/new"
    assert phone.sends({}).status_code == 401
    assert "Chrome on Android" not in as_ana.get("/devices/").text


def test_all_others_can_be_signed_out_at_once(as_ana: Browser, phone: Browser) -> None:
    answer = as_ana.post("/devices/?_method=DELETE", password=PASSWORD)
    assert answer.location == "/devices/"
    assert phone.sends({}).status_code == 401
    page = as_ana.get("/devices/").text
    assert page.count('class="device"') == 1
    assert "Sign out everywhere else" not in page


@pytest.mark.parametrize("given", [{}, {"password": ""}, {"password": "not hers"}])
def test_without_her_password_none_is_signed_out(
    as_ana: Browser, phone: Browser, given: dict[str, str]
) -> None:
    answers = [
        as_ana.post(f"/devices/{which}?_method=DELETE", **given) for which in (id_of(phone), "")
    ]
    assert [answer.status_code for answer in answers] == [422, 422]
    assert all('type="password"' in answer.text for answer in answers)
    assert ("This is not your password" in answers[0].text) == bool(given.get("password"))
    assert phone.get("/").status_code == 200


def test_guesses_at_it_are_limited(as_ana: Browser) -> None:
    answers = [as_ana.post("/devices/?_method=DELETE", password="not hers") for _ in range(11)]
    assert [answer.status_code for answer in answers] == [422] * 10 + [429]


def test_a_strangers_device_stays_signed_in(as_cleo: Browser, phone: Browser) -> None:
    cleos = Person.select(Person.password_hash).where(Person.name == "Ana")
    Person.update(password_hash=cleos).where(Person.name == "Cleo").execute()
    answer = as_cleo.post(f"/devices/{id_of(phone)}?_method=DELETE", password=PASSWORD)
    assert answer.status_code == 303
    assert phone.get("/").status_code == 200


def test_signed_out_there_is_no_list(signed_out: Browser) -> None:
    assert signed_out.get("/devices/").location == "/sessions/new?next=/devices/"


def test_the_list_costs_the_same_however_many_there_are(
    app: Flask, as_ana: Browser, ana: Someone
) -> None:
    with counted_queries() as few:
        as_ana.get("/devices/")
    with app.app_context():
        for _ in range(20):
            start_session(ana.id, keys(), clock.now())
    with counted_queries() as many:
        as_ana.get("/devices/")
    assert len(many) == len(few) == 2
