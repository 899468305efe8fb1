"""Changing one's password."""

import pytest

from tests.web.account.test_people import ANA
from tests.web.conftest import Browser

CHANGE = "/passwords/current?_method=PATCH"
OLD, NEW = ANA["password"], "battery staple"


@pytest.fixture
def emma(signed_out: Browser) -> Browser:
    """Return the browser of a person who has just signed up."""
    signed_out.post("/people/", **ANA)
    return signed_out


def session_of(browser: Browser) -> str:
    cookie = browser.client.get_cookie("session")
    assert cookie
    return cookie.value


def test_this_device_stays_signed_in_with_another_token(emma: Browser) -> None:
    before = session_of(emma)
    answer = emma.post(CHANGE, old_password=OLD, new_password=NEW)
    assert (answer.status_code, answer.location) == (303, "/devices/")
    assert emma.get("/devices/").text.count('class="device"') == 1
    emma.client.set_cookie("session", before)
    assert emma.get("/").location == "/sessions/new"


def test_from_then_on_the_new_one_is_asked_for(emma: Browser) -> None:
    emma.post(CHANGE, old_password=OLD, new_password=NEW)
    emma.post("/sessions/current?_method=DELETE")
    assert emma.post("/sessions/", email=ANA["email"], password=OLD).status_code == 422
    assert emma.post("/sessions/", email=ANA["email"], password=NEW).status_code == 303


def test_all_problems_are_reported_at_once_and_no_password_stays_in_the_page(emma: Browser) -> None:
    answer = emma.post(CHANGE, old_password="wrong horse", new_password="short")
    assert answer.status_code == 422
    assert answer.text.count('aria-invalid="true"') == 2
    assert "wrong horse" not in answer.text


def test_guessing_at_the_old_one_ends_in_a_wait(emma: Browser) -> None:
    for _ in range(10):
        emma.post(CHANGE, old_password="wrong horse", new_password=NEW)
    answer = emma.post(CHANGE, old_password=OLD, new_password=NEW)
    assert answer.status_code == 429
    assert 60 < int(answer.headers["Retry-After"]) <= 180  # less on a slow machine


def test_signed_out_there_is_nothing_to_change(signed_out: Browser) -> None:
    here = "/passwords/current/edit"
    assert signed_out.get(here).location == f"/sessions/new?next={here}"
    answer = signed_out.post(CHANGE, old_password=OLD, new_password=NEW)
    assert answer.location == "/sessions/new"
