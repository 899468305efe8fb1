"""Choosing a new password with a link from the operator."""

import pytest

from tests.support.make import KEYS, Someone
from tests.web.conftest import Browser
from webapp.domain.account.one_time_links import create_reset_link
from webapp.web.shared import clock

NEW = "battery staple"


@pytest.fixture
def link(ana: Someone) -> str:
    """Return the path of a link for Ana."""
    return f"/resets/{create_reset_link('ana@example.org', KEYS, clock.now())}"


def test_with_the_link_one_chooses_a_password_and_is_signed_in(
    signed_out: Browser, link: str
) -> None:
    assert "New password" in signed_out.get(link).text
    answer = signed_out.post(f"{link}?_method=PATCH", new_password=NEW)
    assert (answer.status_code, answer.location) == (303, "/")
    assert "ana@example.org" in signed_out.get("/settings/").text


def test_the_persons_other_devices_are_out(signed_out: Browser, as_ana: Browser, link: str) -> None:
    signed_out.post(f"{link}?_method=PATCH", new_password=NEW)
    assert as_ana.sends({}).status_code == 401


def test_looking_at_it_does_not_use_it_up_and_choosing_does(signed_out: Browser, link: str) -> None:
    assert [signed_out.get(link).status_code for _ in range(3)] == [200, 200, 200]
    signed_out.post(f"{link}?_method=PATCH", new_password=NEW)
    assert "Ask whoever runs this server" in signed_out.get(link).text
    assert signed_out.post(f"{link}?_method=PATCH", new_password="another one").status_code == 404


def test_an_invalid_password_is_reported_and_can_be_tried_again(
    signed_out: Browser, link: str
) -> None:
    answer = signed_out.post(f"{link}?_method=PATCH", new_password="short")
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.text
    assert signed_out.post(f"{link}?_method=PATCH", new_password=NEW).status_code == 303


def test_a_made_up_link_is_invalid(signed_out: Browser) -> None:
    for path in ("/resets/made-up", "/resets/%00", "/resets/%22%3E%3Cscript%3E"):
        answer = signed_out.get(path)
        assert (answer.status_code, "<script>" in answer.text) == (404, False)


def test_on_a_phone_of_somebody_else_it_signs_them_out_first(as_ben: Browser, link: str) -> None:
    as_ben.post(f"{link}?_method=PATCH", new_password=NEW)
    assert "ana@example.org" in as_ben.get("/settings/").text


def test_the_link_is_sent_to_no_other_site_and_cached_nowhere(
    signed_out: Browser, link: str
) -> None:
    headers = signed_out.get(link).headers
    assert (headers["Referrer-Policy"], headers["Cache-Control"]) == ("same-origin", "no-store")
