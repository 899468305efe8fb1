"""The log searched and kept on a phone, with and without a network."""

from playwright.sync_api import Locator, expect

from tests.browser.held import has_sent_all
from tests.browser.phone import Phone
from tests.server import Server

# The kept log becomes 11 minutes old.
AGE = """async () => {
    const [place] = (await caches.keys()).filter((name) => name.startsWith("pages-"));
    const cache = await caches.open(place);
    const page = await cache.match("/wins/");
    const headers = new Headers(page.headers);
    headers.set("Date", new Date(Date.now() - 11 * 60_000).toUTCString());
    await cache.put("/wins/", new Response(await page.blob(), { headers }));
}"""
IS_NEW = """async () => {
    const page = await caches.match("/wins/");
    return Date.now() - Date.parse(page.headers.get("Date")) < 10 * 60_000;
}"""


def rows(phone: Phone) -> Locator:
    return phone.page.locator("#log li.win:visible")


def test_the_log_is_searched_as_one_types(phone: Phone) -> None:
    for what in ("Grüße aus Ägypten", "100 % done", "Fixed it"):
        phone.logs(what)
    phone.sees_status("Sent")
    phone.open("/wins/")
    phone.page.get_by_role("searchbox").fill("ägypten")
    expect(rows(phone)).to_have_count(1)
    expect(phone.page.locator("#found")).to_contain_text("1 win")
    phone.page.get_by_role("searchbox").fill("%")
    expect(rows(phone)).to_contain_text("100 % done")
    assert phone.page.evaluate("location.search") == "?q=%25"
    phone.page.reload()
    expect(rows(phone)).to_have_count(1)


def test_the_log_is_searched_and_filtered_without_a_connection(
    phone: Phone, server: Server
) -> None:
    phone.logs("Grüße aus Ägypten", "Milestone")
    phone.logs("Fixed it")
    phone.sees_status("Sent")
    phone.has_kept("/wins/")
    phone.open("/wins/")
    phone.page.wait_for_load_state("networkidle")
    server.kill()
    phone.open("/wins/?kind=milestone")
    expect(rows(phone)).to_have_count(1)
    expect(phone.page.get_by_text("Found among the wins on this phone: 1")).to_be_visible()
    phone.open("/wins/")
    expect(phone.page.locator(".as-of")).to_contain_text("as of")
    phone.page.get_by_role("searchbox").fill("FIXED")
    expect(rows(phone)).to_have_count(1)
    expect(rows(phone)).to_contain_text("Fixed it")


def test_a_log_that_was_kept_empty_is_kept_anew_behind_today(phone: Phone, server: Server) -> None:
    phone.has_kept("/outbox/")
    phone.open("/")
    phone.logs("Fixed it")
    phone.sees_status("Sent")
    phone.page.evaluate(AGE)
    phone.open("/")
    phone.waits_for(IS_NEW)
    server.kill()
    phone.open("/wins/")
    phone.page.get_by_role("searchbox").fill("fixed")
    expect(rows(phone)).to_have_count(1)


def test_two_hundred_wins_open_from_the_phone(phone: Phone, server: Server) -> None:
    phone.page.evaluate(
        """() => {
            const button = document.querySelector('#capture button');
            for (let tap = 0; tap < 60; tap++) button.click();
        }"""
    )
    expect(phone.wins).to_have_count(60)
    has_sent_all(phone)
    phone.open("/wins/")
    expect(phone.page.locator("#log li.win")).to_have_count(30)
    phone.page.locator("#more").scroll_into_view_if_needed()
    expect(phone.page.locator("#log li.win")).to_have_count(60)
    phone.has_kept("/wins/")
    phone.page.wait_for_load_state("networkidle")
    phone.open("/wins/")
    phone.page.wait_for_load_state("networkidle")
    server.kill()
    phone.open("/wins/")
    expect(phone.page.locator("#log li.win")).to_have_count(60)
