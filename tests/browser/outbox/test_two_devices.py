"""One person, two tabs, two devices: for each field the newest value wins (R4)."""

import pytest
from playwright.sync_api import Page, expect

from tests.support.phones.chromium import Phone
from tests.support.proxy import Proxy


@pytest.fixture
def laptop(phone: Phone, new_phone) -> Phone:  # type: ignore[no-untyped-def]
    """Sign Ana in on another browser."""
    phone.logs("Fixed it")
    phone.sees_status("Sent")
    made: Phone = new_phone()
    made.sign_in()
    return made


def edits(page: Page, **fields: str) -> None:
    page.locator("a.win__open").first.click()
    for label, words in fields.items():
        page.locator(f"li [name={label}]").fill(words)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("form [name=impact]")).to_have_count(0)


def test_for_each_field_the_newest_words_win(phone: Phone, laptop: Phone, line: Proxy) -> None:
    phone.goes_offline()
    edits(phone.page, what="Fixed it, on the phone", impact="Saves an hour")
    edits(laptop.page, what="Fixed it, on the laptop")
    laptop.sees_status("Sent")
    phone.goes_online()
    phone.sees_status("Sent")
    for device in (phone, laptop):
        device.open()
        device.lists("Fixed it, on the laptop")
        expect(device.wins.first).to_contain_text("Saves an hour")


def test_two_tabs_share_one_outbox(phone: Phone, line: Proxy) -> None:
    other = phone.context.new_page()
    other.goto(phone.url)
    line.set("refuse")
    phone.logs("In the first tab")
    other.get_by_role("textbox", name="What did you get done?").fill("In the second tab")
    other.get_by_role("button", name="Quick task").click()
    expect(other.get_by_role("status")).to_contain_text("Saved on this phone: 2")
    line.set("pass")
    phone.goes_online()
    phone.sees_status("Sent")
    expect(other.get_by_role("status")).to_contain_text("Sent")
    phone.open()
    phone.lists("In the second tab", "In the first tab")


def test_a_win_undone_on_one_device_and_edited_on_the_other_is_gone(
    phone: Phone, laptop: Phone
) -> None:
    phone.goes_offline()
    edits(phone.page, impact="Nobody will read this")
    laptop.page.locator("a.win__open").first.click()
    laptop.taps("Delete")
    expect(laptop.status).to_contain_text("Sent", timeout=20_000)  # once Undo is gone
    phone.goes_online()
    phone.sees_status("Sent")
    phone.open()
    expect(phone.wins).to_have_count(0)
