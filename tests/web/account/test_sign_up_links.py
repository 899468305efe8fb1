"""Who may sign up: everybody, people with a link, or nobody (R51)."""

from collections.abc import Callable

import pytest
from flask import Flask

from tests.support.make import KEYS
from tests.web.account.test_people import ANA
from tests.web.conftest import Browser
from webapp.domain.account.one_time_links import create_sign_up_link
from webapp.storage.account.people import Person
from webapp.web.shared import clock

FINN = {**ANA, "email": "finn@example.org"}


@pytest.fixture
def set_mode(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return a function that sets who may sign up, as SMALLWINS_SIGN_UP does."""
    return lambda mode: monkeypatch.setitem(app.config, "SIGN_UP", mode)


@pytest.fixture
def link(signed_out: Browser, set_mode: Callable[[str], None]) -> str:
    """Return the token of a sign-up link, on a server where one is needed."""
    set_mode("link")
    return create_sign_up_link(KEYS, clock.now())


def test_with_a_link_one_signs_up(signed_out: Browser, link: str) -> None:
    page = signed_out.get(f"/sign-up-links/{link}")
    assert (page.status_code, f'value="{link}"' in page.text) == (200, True)
    answer = signed_out.post("/people/", **ANA, link=link)
    assert (answer.status_code, answer.location) == (303, "/")


def test_a_link_can_be_used_once(signed_out: Browser, link: str) -> None:
    signed_out.post("/people/", **ANA, link=link)
    signed_out.post("/sessions/current?_method=DELETE")
    answer = signed_out.get(f"/sign-up-links/{link}")
    assert (answer.status_code, "Ask whoever runs this server" in answer.text) == (404, True)
    answer = signed_out.post("/people/", **FINN, link=link)
    assert (answer.status_code, "This sign-up link was used" in answer.text) == (422, True)


def test_a_mistake_in_the_form_keeps_the_link(signed_out: Browser, link: str) -> None:
    answer = signed_out.post("/people/", name="", email="", password="", link=link)
    assert answer.text.count('aria-invalid="true"') == 3
    assert f'value="{link}"' in answer.text


def test_without_a_link_nobody_signs_up_and_each_page_says_so(
    signed_out: Browser, link: str
) -> None:
    assert "you need a sign-up link" in signed_out.get("/people/new").text
    assert signed_out.post("/people/", **ANA).status_code == 422
    assert "Create account" not in signed_out.get("/sessions/new").text
    assert Person.select().count() == 0


def test_where_sign_up_is_closed_a_link_is_refused_too(
    signed_out: Browser, link: str, set_mode: Callable[[str], None]
) -> None:
    set_mode("closed")
    assert signed_out.get(f"/sign-up-links/{link}").status_code == 404
    answer = signed_out.post("/people/", **ANA, link=link)
    assert (answer.status_code, "Nobody can sign up here" in answer.text) == (422, True)
    assert Person.select().count() == 0


def test_a_signed_in_person_is_led_to_today(as_ana: Browser, link: str) -> None:
    assert as_ana.get(f"/sign-up-links/{link}").location == "/"


def test_the_address_and_the_form_of_earlier_versions_stay_valid(
    signed_out: Browser, link: str
) -> None:
    assert f'value="{link}"' in signed_out.get(f"/invitations/{link}", follow_redirects=True).text
    assert signed_out.post("/people/", **ANA, invitation=link).status_code == 303
