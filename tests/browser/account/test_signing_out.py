"""Signing out: nothing unsent is lost unasked, nothing of the person stays (R16, A4)."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.support.phones.chromium import Phone
from tests.support.phones.stored import held
from tests.support.proxy import Proxy
from tests.support.server import Server
from tests.support.visitor import PASSWORD


@pytest.fixture
def unsent(phone: Phone, line: Proxy) -> Phone:
    """Return Ana's phone without a connection, with one entry not sent, on Settings."""
    phone.has_kept("/settings/")
    line.set("refuse")
    phone.logs("Not sent yet")
    phone.open("/settings/")
    return phone


def test_with_nothing_unsent_nothing_of_the_person_stays(phone: Phone) -> None:
    phone.has_kept("/settings/")
    phone.logs("Sent and gone")
    phone.sees_status("Sent")
    phone.open("/settings/")
    phone.taps("Sign out")
    expect(phone.page.get_by_role("heading", name="Sign in")).to_be_visible()
    left = phone.page.evaluate("caches.keys()")
    assert {name.partition("-")[0] for name in left} == {"shell"}
    assert held(phone) == []
    assert phone.context.request.get(phone.url + "/outbox/", max_redirects=0).status == 303


def test_unsent_entries_can_be_sent_first(unsent: Phone, line: Proxy) -> None:
    unsent.taps("Sign out")
    unsent.taps("Send now, then sign out")
    expect(unsent.page.get_by_text("They could not all be sent.")).to_be_visible()
    line.set("pass")
    unsent.taps("Send now, then sign out")
    expect(unsent.page.get_by_role("heading", name="Sign in")).to_be_visible()
    assert held(unsent) == []
    unsent.sign_in()
    unsent.lists("Not sent yet")


def test_unsent_entries_can_stay_for_the_next_time(unsent: Phone, line: Proxy) -> None:
    unsent.taps("Sign out")
    unsent.taps("Keep on this phone and sign out")
    expect(unsent.page.get_by_role("heading", name="Signed out")).to_be_visible()
    line.set("pass")
    unsent.sign_in()
    unsent.lists("Not sent yet")
    unsent.sees_status("Sent")


def test_unsent_entries_can_be_discarded(unsent: Phone) -> None:
    unsent.taps("Sign out")
    unsent.taps("Discard them and sign out")
    assert held(unsent) != []
    unsent.taps("Tap again to discard for good: 1 win")
    expect(unsent.page.get_by_role("heading", name="Signed out")).to_be_visible()
    assert held(unsent) == []


def test_one_can_stay_signed_in(unsent: Phone) -> None:
    unsent.taps("Sign out")
    unsent.taps("Stay signed in")
    unsent.open()
    unsent.lists("Not sent yet")


def test_signed_out_offline_nothing_opens_and_the_server_is_told_later(
    unsent: Phone, line: Proxy, server: Server
) -> None:
    token = unsent.context.cookies()
    unsent.taps("Sign out")
    unsent.taps("Keep on this phone and sign out")
    unsent.page.wait_for_url("**/signed-out")
    unsent.open()
    expect(unsent.page.get_by_role("heading", name="Signed out")).to_be_visible()
    line.set("pass")
    unsent.open()
    expect(unsent.page.get_by_role("heading", name="Sign in")).to_be_visible()
    unsent.context.add_cookies(token)
    assert unsent.context.request.get(server.url + "/", max_redirects=0).status == 303


def test_another_tab_is_left_too(phone: Phone) -> None:
    other = phone.context.new_page()
    other.goto(phone.url)
    phone.open("/settings/")
    phone.taps("Sign out")
    expect(other.get_by_role("heading", name="Sign in")).to_be_visible()


def test_signed_out_from_elsewhere_only_what_is_unsent_stays(
    phone: Phone, new_phone: Callable[..., Phone], line: Proxy
) -> None:
    phone.logs("Sent long ago")
    phone.sees_status("Sent")
    ends_elsewhere(new_phone())
    line.set("refuse")
    phone.logs("Not sent yet")
    phone.sees_status("Saved on this phone")
    line.set("pass")
    phone.goes_online()
    phone.sees_status("Sign in to send")
    assert [entry["fields"]["what"] for entry in held(phone)] == ["Not sent yet"]
    phone.sign_in()
    phone.lists("Not sent yet", "Sent long ago")


def test_opening_a_page_after_the_session_ended_lets_go_of_what_was_sent(
    phone: Phone, new_phone: Callable[..., Phone]
) -> None:
    phone.has_kept("/settings/")
    phone.logs("Sent long ago")
    phone.sees_status("Sent")
    ends_elsewhere(new_phone())
    phone.open()
    expect(phone.page.get_by_role("heading", name="Sign in")).to_be_visible()
    assert held(phone) == []


def ends_elsewhere(other: Phone) -> None:
    """Sign all other devices out, from this one."""
    other.sign_in()
    other.open("/devices/")
    other.sends("Sign out everywhere else")
    other.fills("Password", PASSWORD)
    other.taps("Sign out everywhere else")
    expect(other.page.locator(".device")).to_have_count(1)
