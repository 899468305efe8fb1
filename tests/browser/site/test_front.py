"""The front page in a browser: light for strangers, never for a phone that somebody used."""

from playwright.sync_api import expect

from tests.browser.site.test_weight import KB, Traffic
from tests.support.phones.chromium import Phone
from tests.support.proxy import Proxy

LEFT_BEHIND = """async () => [
    ...(await indexedDB.databases()).map(({ name }) => name),
    ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
    ...(await caches.keys()),
]"""


def shows(phone: Phone, heading: str) -> None:
    """Check that the page has this heading."""
    expect(phone.page.get_by_role("heading", level=1)).to_have_text(phone.said(heading))


def test_a_stranger_gets_a_light_page_that_leaves_nothing_behind(new_phone) -> None:
    phone: Phone = new_phone()
    traffic = Traffic(phone)
    phone.open()
    phone.page.wait_for_load_state("networkidle")
    shows(phone, "See that you get things done.")
    assert traffic.bytes <= 25 * KB
    assert traffic.requests <= 12
    assert phone.page.evaluate(LEFT_BEHIND) == []
    phone.switches_to("العربية")
    expect(phone.page.locator("html")).to_have_attribute("dir", "rtl")
    phone.follows("إنشاء حساب")
    phone.page.wait_for_url("**/people/new")
    assert phone.trouble == []


def test_a_phone_without_its_cookies_gets_sign_in_and_keeps_what_waits(
    phone: Phone, line: Proxy
) -> None:
    phone.has_kept("/")
    line.set("refuse")
    phone.logs("Waits on this phone")
    phone.context.clear_cookies()
    line.set("pass")
    phone.open("/help/")
    phone.open()
    phone.page.wait_for_url("**/sessions/new")
    phone.sign_in()
    phone.lists("Waits on this phone")


def test_without_a_worker_its_entries_tell_that_a_phone_is_not_a_strangers(phone: Phone) -> None:
    phone.logs("First")
    phone.sees_status("Sent")
    phone.page.evaluate(
        "async () => (await navigator.serviceWorker.getRegistration()).unregister()"
    )
    phone.context.clear_cookies()
    phone.open("/help/")
    phone.open()
    phone.page.wait_for_url("**/sessions/new")
