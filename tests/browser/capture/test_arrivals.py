"""Opening the app from outside: shared words and links, shortcuts, and the number on its icon."""

import pytest
from playwright.sync_api import expect

from tests.support.phones.chromium import Phone

pytestmark = pytest.mark.whole_browser

SHARED = "/shares/new?title=Release+notes&url=https%3A%2F%2Fexample.org%2Fnotes"
BADGE = """
navigator.setAppBadge = async (n) => { document.documentElement.dataset.badge = n; };
navigator.clearAppBadge = async () => { document.documentElement.dataset.badge = 0; };
"""


def box(phone: Phone):  # type: ignore[no-untyped-def]
    return phone.page.get_by_role("textbox", name="What did you get done?")


def evidence_sent(phone: Phone) -> list[str]:
    stored: list[str] = phone.page.evaluate(
        """() => new Promise((resolve) => {
            const asked = indexedDB.open("smallwins");
            asked.onsuccess = () => {
                const all = asked.result.transaction("sent").objectStore("sent").getAll();
                all.onsuccess = () => resolve(all.result.map((sent) => sent.fields.evidence ?? ""));
            };
        })"""
    )
    return stored


def test_what_is_shared_is_logged_with_one_tap(phone: Phone) -> None:
    phone.has_worker()
    phone.open(SHARED)
    expect(box(phone)).to_have_value("Release notes")
    expect(phone.page.get_by_text("https://example.org/notes")).to_be_visible()
    phone.taps("Milestone")
    phone.lists("Release notes")
    expect(phone.page.get_by_text("https://example.org/notes")).to_have_count(0)
    phone.sees_status("Sent")
    phone.logs("Another one")
    phone.has_sent_all()
    assert evidence_sent(phone) == ["https://example.org/notes", ""]


def test_it_works_without_a_network_and_the_link_can_be_left_out(phone: Phone) -> None:
    phone.has_kept("/outbox/")
    phone.goes_offline()
    phone.open(SHARED)
    expect(box(phone)).to_have_value("Release notes")
    phone.taps("Leave the link out")
    phone.taps("Quick task")
    phone.lists("Release notes")
    phone.sees_status("Saved on this phone")


def test_a_kept_page_holds_nothing_of_what_was_shared(phone: Phone) -> None:
    phone.has_kept("/outbox/")
    phone.open(SHARED)
    expect(box(phone)).to_have_value("Release notes")
    phone.open()
    expect(box(phone)).to_have_value("")
    phone.page.reload()
    expect(box(phone)).to_have_value("")


def test_hostile_words_are_words(phone: Phone) -> None:
    phone.has_worker()
    phone.open("/shares/new?title=%3Cimg+src%3Dx%3E%00&text=javascript:alert(1)+%22%3E%3Cb%3E")
    expect(box(phone)).to_have_value('<img src=x> – javascript:alert(1) "><b>')
    assert phone.trouble == []


def test_without_scripts_it_is_logged_too(new_phone) -> None:
    phone: Phone = new_phone(java_script_enabled=False)
    phone.sign_up()
    phone.open(SHARED)
    expect(box(phone)).to_have_value("Release notes")
    phone.taps("Quick task")
    phone.lists("Release notes")


def test_the_shortcut_is_ready_to_type(phone: Phone) -> None:
    phone.open("/?capture")
    expect(box(phone)).to_be_focused()


def test_the_icon_says_how_many_wait(new_phone) -> None:
    phone: Phone = new_phone()
    phone.context.add_init_script(BADGE)
    phone.sign_up()
    page = phone.page.locator("html")
    expect(page).to_have_attribute("data-badge", "0")
    phone.goes_offline()
    phone.logs("One")
    phone.logs("Two")
    expect(page).to_have_attribute("data-badge", "2")
    phone.goes_online()
    phone.sees_status("Sent")
    expect(page).to_have_attribute("data-badge", "0")
