"""On plain http the app says in one line what is missing, and still records while it is open."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.https.caddy import NAME
from tests.support.phones.chromium import Phone
from tests.support.server import Server

MISSING = "Without HTTPS the app cannot open offline. Keep it open."


@pytest.fixture
def phone(new_phone: Callable[..., Phone], server: Server) -> Phone:
    """Return a phone on which Ana has just signed up, over plain http."""
    made = new_phone(f"http://{NAME}:{server.port}")
    made.sign_up()
    return made


def test_every_entry_is_on_the_server_once_after_the_server_was_gone(
    phone: Phone, server: Server
) -> None:
    phone.logs("Fixed the flaky sign-in test")
    phone.sees_status("Sent")
    server.kill()
    phone.logs("Wrote the release note", "Milestone")
    phone.sees_status("Saved on this phone")
    server.start()
    phone.goes_online()
    phone.has_sent_all()
    phone.open()
    phone.lists("Wrote the release note", "Fixed the flaky sign-in test")
    assert phone.trouble == []


def test_every_page_says_what_is_missing_in_one_line(phone: Phone) -> None:
    for path in ("/", "/wins/", "/settings/", "/sessions/new"):
        phone.open(path)
        line = phone.page.get_by_text(MISSING)
        expect(line).to_be_visible()
        assert line.evaluate("at => at.clientHeight") < 30


def test_on_ones_own_machine_nothing_is_missing(
    new_phone: Callable[..., Phone], server: Server
) -> None:
    here = new_phone(server.url)
    here.sign_up()
    here.has_worker()
    expect(here.page.get_by_text(MISSING)).to_be_hidden()


def test_over_https_nothing_is_said(new_phone: Callable[..., Phone]) -> None:
    secure = new_phone()
    secure.sign_up()
    expect(secure.page.locator("#plain-http")).to_have_count(0)
