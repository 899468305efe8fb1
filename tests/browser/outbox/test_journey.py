"""The main job with real input: a tap is stored exactly once on any network."""

import pytest
from playwright.sync_api import expect

from tests.support.phones.chromium import Phone
from tests.support.proxy import Proxy
from tests.support.server import Server

pytestmark = pytest.mark.whole_browser


def test_every_entry_is_on_the_server_once_after_the_server_was_killed(
    phone: Phone, server: Server, line: Proxy, new_phone
) -> None:
    phone.has_worker()
    phone.logs("Fixed the flaky sign-in test")
    phone.checks_in(7)
    phone.sees_status("Sent")
    server.kill()
    phone.logs("Wrote the release note", "Milestone")
    phone.logs(kind="Process improvement")
    phone.undoes()
    phone.sees_status("Saved on this phone")
    phone.restart()
    server.start()
    line.set("lose_reply")
    phone.open()
    line.set("pass")
    phone.open()
    phone.has_sent_all()
    other = new_phone()
    other.sign_in()
    _sees_each_once(other, "Wrote the release note", "Fixed the flaky sign-in test")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_entry_is_on_the_server_once_after_being_offline(new_phone, language: str) -> None:
    phone: Phone = new_phone(language=language)
    phone.sign_up()
    phone.has_worker()
    phone.logs("Fixed the flaky sign-in test")
    phone.checks_in(7)
    phone.sees_status("Sent")
    phone.goes_offline()
    phone.logs("Wrote the release note", "Milestone")
    phone.logs(kind="Process improvement")
    phone.undoes()
    phone.sees_status("Saved on this phone")
    phone.page.reload()
    phone.lists("Wrote the release note", "Fixed the flaky sign-in test")
    phone.goes_online()
    phone.sees_status("Sent")
    other = new_phone()
    other.sign_in()
    _sees_each_once(other, "Wrote the release note", "Fixed the flaky sign-in test")


def _sees_each_once(phone: Phone, *wins: str) -> None:
    phone.lists(*wins)
    phone.open("/wins/")
    expect(phone.page.locator("li[id^=win-]")).to_have_count(len(wins))
    phone.open("/checkins/")
    expect(phone.page.locator("li[id^=checkin-]")).to_have_count(1)
    assert phone.trouble == []
