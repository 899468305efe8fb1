"""Decisions on a phone: two taps to open, one to decide, with a connection and without (R26)."""

from playwright.sync_api import Locator, expect

from tests.support.phones.chromium import Phone
from tests.support.phones.stored import has_unsent
from tests.support.proxy import Proxy


def rows(phone: Phone) -> Locator:
    return phone.page.locator("#open-decisions > li")


def opens(phone: Phone, what: str, button: str = "Open") -> None:
    """Type a question and tap a button; returns when the row is there."""
    before = rows(phone).count()
    phone.page.get_by_label("What is to be decided?").fill(what)
    phone.taps(button)
    expect(rows(phone)).to_have_count(before + 1)


def test_two_taps_open_it_and_one_decides_it(phone: Phone) -> None:  # R26
    phone.page.get_by_role("link", name="Open a decision").click()
    expect(phone.page.get_by_label("What is to be decided?")).to_be_focused()
    phone.page.keyboard.type("Which vendor?")
    phone.taps("Open as important")
    expect(rows(phone)).to_contain_text(["Which vendor?"])
    phone.page.get_by_text("Which vendor?").click()
    phone.page.get_by_label("What was decided").fill("Vendor B")
    phone.taps("Decided")
    expect(rows(phone)).to_contain_text("Vendor B")
    expect(phone.page.get_by_role("button", name="Open again")).to_be_focused()
    phone.has_sent_all()
    phone.open("/decisions/")
    expect(rows(phone)).to_have_count(0)
    expect(phone.page.locator("#decided-decisions")).to_contain_text("Vendor B")


def test_all_of_it_works_offline_and_reaches_the_server(phone: Phone, line: Proxy) -> None:
    phone.open("/decisions/")  # R13, R26
    opens(phone, "Known to the server")
    phone.sees_status("Sent")
    phone.has_kept("/decisions/")
    line.set("refuse")
    phone.open("/decisions/")
    expect(rows(phone)).to_have_count(1)  # kept before, and brought up to date
    opens(phone, "Made offline", "Open as important")
    rows(phone).nth(0).locator("summary").click()
    rows(phone).nth(0).get_by_label("What was decided").fill("Yes")
    rows(phone).nth(0).get_by_role("button", name="Decided").click()
    has_unsent(phone, 2)
    phone.sees_status("Saved on this phone")
    phone.open("/decisions/")  # from the phone, brought up to date with what waits
    expect(rows(phone)).to_have_count(2)
    expect(rows(phone).nth(0)).to_have_attribute("data-stands", "decided")
    expect(rows(phone).nth(1)).to_contain_text("saved")
    line.set("pass")
    phone.goes_online()
    phone.sees_status("Sent")
    phone.open("/decisions/")
    expect(rows(phone).locator(".decision__what")).to_have_text(["Made offline"])
    expect(phone.page.locator("#decided-decisions")).to_contain_text("Yes")


def test_each_tap_can_be_taken_back_offline(phone: Phone, line: Proxy) -> None:
    phone.open("/decisions/")
    phone.has_kept("/decisions/")
    line.set("refuse")
    phone.open("/decisions/")
    opens(phone, "Which vendor?")
    phone.taps("Decided")
    phone.takes_back("Decided")
    expect(rows(phone)).to_have_attribute("data-stands", "open")
    phone.taps("Decided")
    phone.taps("Open again")
    phone.takes_back("Opened again")
    expect(rows(phone)).to_have_attribute("data-stands", "decided")
    phone.open("/decisions/")
    expect(rows(phone)).to_have_attribute("data-stands", "decided")
    line.set("pass")
    phone.goes_online()
    phone.sees_status("Sent")
    phone.open("/decisions/")
    expect(phone.page.locator("#decided-decisions > li")).to_have_count(1)


def test_a_deleted_decision_can_be_had_back(phone: Phone) -> None:
    phone.open("/decisions/")
    opens(phone, "Which vendor?")
    phone.sees_status("Sent")
    rows(phone).locator("summary").click()
    rows(phone).get_by_role("button", name="Delete").click()
    expect(rows(phone)).to_have_count(0)
    phone.takes_back("Deleted: Which vendor?")
    expect(rows(phone)).to_contain_text(["Which vendor?"])


def test_what_waits_is_named_on_this_phone(phone: Phone) -> None:
    phone.has_kept("/outbox/")
    phone.open("/decisions/")
    phone.goes_offline()
    opens(phone, "Which vendor?")
    phone.taps("Decided")
    has_unsent(phone, 2)
    phone.sees_status("Saved on this phone")
    phone.page.get_by_role("status").get_by_role("link").click()
    held = phone.page.locator("#held > li")
    expect(held).to_contain_text(["Decision opened", "Decided"])
