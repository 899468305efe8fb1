"""Who may sign up: everybody, the invited, or nobody (R51)."""

from collections.abc import Callable

import pytest
from flask import Flask

from tests.support.make import SECRET
from tests.web.account.test_people import ANA
from tests.web.conftest import Browser
from webapp.domain.account.links import make_invitation
from webapp.storage.account.people import Person
from webapp.web.shared import clock

FINN = {**ANA, "email": "finn@example.org"}


@pytest.fixture
def door(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Opens or shuts the door, as the operator does with SMALLWINS_SIGN_UP."""
    return lambda state: monkeypatch.setitem(app.config, "SIGN_UP", state)


@pytest.fixture
def invitation(signed_out: Browser, door: Callable[[str], None]) -> str:
    """An invitation to a server that is for the invited."""
    door("invitation")
    return make_invitation(SECRET, clock.now())


def test_with_an_invitation_one_signs_up(signed_out: Browser, invitation: str) -> None:
    page = signed_out.get(f"/invitations/{invitation}")
    assert (page.status_code, f'value="{invitation}"' in page.text) == (200, True)
    answer = signed_out.post("/people/", **ANA, invitation=invitation)
    assert (answer.status_code, answer.location) == (303, "/")


def test_it_is_good_for_one(signed_out: Browser, invitation: str) -> None:
    signed_out.post("/people/", **ANA, invitation=invitation)
    signed_out.post("/sessions/current?_method=DELETE")
    answer = signed_out.get(f"/invitations/{invitation}")
    assert (answer.status_code, "Ask whoever runs this server" in answer.text) == (404, True)
    answer = signed_out.post("/people/", **FINN, invitation=invitation)
    assert (answer.status_code, "This invitation was used" in answer.text) == (422, True)


def test_a_mistake_in_the_form_keeps_the_invitation(signed_out: Browser, invitation: str) -> None:
    answer = signed_out.post("/people/", name="", email="", password="", invitation=invitation)
    assert answer.text.count('aria-invalid="true"') == 3
    assert f'value="{invitation}"' in answer.text


def test_without_one_nobody_signs_up_and_each_page_says_so(
    signed_out: Browser, invitation: str
) -> None:
    assert "you need an invitation" in signed_out.get("/people/new").text
    assert signed_out.post("/people/", **ANA).status_code == 422
    assert "Create account" not in signed_out.get("/sessions/new").text
    assert Person.select().count() == 0


def test_a_closed_door_is_closed_with_an_invitation_too(
    signed_out: Browser, invitation: str, door: Callable[[str], None]
) -> None:
    door("closed")
    assert signed_out.get(f"/invitations/{invitation}").status_code == 404
    answer = signed_out.post("/people/", **ANA, invitation=invitation)
    assert (answer.status_code, "Nobody can sign up here" in answer.text) == (422, True)
    assert Person.select().count() == 0


def test_whoever_is_signed_in_needs_none(as_ana: Browser, invitation: str) -> None:
    assert as_ana.get(f"/invitations/{invitation}").location == "/"
