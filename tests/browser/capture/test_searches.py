"""The log searched and cached on a phone, with and without a network."""

import re

from playwright.sync_api import Locator, expect

from tests.support.phones.chromium import Phone
from tests.support.proxy import Proxy
from tests.support.server import Server

# The cached log becomes 11 minutes old.
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


def seen(phone: Phone) -> Locator:
    """Return the words of all visible rows, waiting or sent."""
    return phone.page.locator("#main li.win:visible .win__what")


def top(place: Locator) -> float:
    return float(place.evaluate("(element) => element.getBoundingClientRect().top"))


def keeps_a_log_and_goes_offline(phone: Phone) -> None:
    phone.logs("Sent before")
    phone.has_sent_all()
    phone.has_kept("/wins/")
    phone.open("/wins/")
    phone.page.wait_for_load_state("networkidle")
    phone.open()
    phone.goes_offline()


def test_the_log_is_searched_as_one_types(phone: Phone) -> None:
    for what in ("Grüße aus Ägypten", "100 % done", "Fixed it"):
        phone.logs(what)
    phone.sees_status("Sent")
    phone.open("/wins/")
    phone.page.get_by_role("searchbox").fill("ägypten")
    expect(rows(phone)).to_have_count(1)
    expect(phone.page.locator("#found")).to_contain_text("1 win")
    expect(rows(phone).locator("mark")).to_have_text("Ägypten")
    phone.page.get_by_role("searchbox").fill("%")
    expect(rows(phone).locator("mark")).to_have_text("%")
    expect(rows(phone)).to_contain_text("100 % done")
    expect(phone.page).to_have_url(re.compile(r"/wins/\?q=%25$"))
    phone.page.reload()
    expect(rows(phone)).to_have_count(1)


def test_what_lies_behind_a_fold_comes_when_it_opens(phone: Phone) -> None:
    phone.logs("Fixed it")
    phone.logs("First customer", "Milestone")
    phone.has_sent_all()
    phone.open("/wins/")
    kind = phone.page.get_by_label("Kind")
    expect(kind).to_have_count(0)
    phone.page.get_by_text("Filter", exact=True).click()
    kind.select_option("milestone")
    phone.taps("Show wins")
    expect(rows(phone).locator(".win__what")).to_have_text(["First customer"])
    expect(kind).to_have_value("milestone")
    phone.page.get_by_text("12 weeks").click()
    expect(phone.page.get_by_role("table").get_by_role("link")).to_have_text(["1"])
    phone.page.set_viewport_size({"width": 1280, "height": 800})
    phone.open("/wins/")
    expect(kind).to_be_visible()  # where there is room, it is open from the start


def test_folds_work_on_a_page_whose_answer_came_late(phone: Phone, line: Proxy) -> None:
    phone.logs("Fixed it")
    phone.logs("First customer", "Milestone")
    phone.has_sent_all()
    phone.has_kept("/wins/")  # as it was when there was no win
    line.set("pass", delay=0.2)
    phone.open("/wins/")
    phone.page.get_by_text("Filter", exact=True).click()  # before the answer, or after it
    phone.page.locator("[data-from=server]").wait_for(state="attached")
    phone.page.get_by_label("Kind").select_option("milestone")
    phone.taps("Show wins")
    expect(phone.page.locator("#found")).to_contain_text("1 win ·")  # the server has searched
    phone.page.get_by_text("12 weeks").click()
    expect(phone.page.get_by_role("table").get_by_role("link")).to_have_text(["1"])
    expect(rows(phone).locator(".win__what")).to_have_text(["First customer"])


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
    phone.page.get_by_role("searchbox").fill("agypten")
    expect(rows(phone).locator("mark")).to_have_text("Ägypten")
    months = phone.page.locator("#log .month")
    phone.page.get_by_role("searchbox").fill("zzz")
    expect(months).to_be_hidden()
    phone.page.get_by_role("searchbox").fill("")
    expect(months).to_be_visible()
    expect(rows(phone)).to_have_count(2)
    expect(rows(phone).locator("mark")).to_have_count(0)


def test_a_log_that_was_kept_empty_does_not_say_so_beside_what_waits(phone: Phone) -> None:
    empty = phone.page.get_by_text("Every win you log is kept here")
    phone.has_kept("/wins/")
    phone.goes_offline()
    phone.open("/wins/")
    expect(empty).to_be_visible()
    phone.open()
    phone.logs("The first of all")
    phone.open("/wins/")
    expect(phone.page.get_by_text("The first of all")).to_be_visible()
    expect(empty).to_be_hidden()


def test_a_log_that_was_kept_empty_finds_what_waits(phone: Phone) -> None:
    phone.has_kept("/wins/")
    phone.goes_offline()
    phone.open("/wins/")
    expect(phone.page.get_by_role("searchbox")).to_be_hidden()
    phone.open()
    phone.logs("Fixed it")
    phone.logs("First customer", "Milestone")
    phone.open("/wins/?kind=milestone")
    expect(seen(phone)).to_have_text(["First customer"])
    phone.open("/wins/")
    box = phone.page.get_by_role("searchbox")
    box.fill("fixed")
    expect(seen(phone)).to_have_text(["Fixed it"])
    assert top(box) < top(seen(phone))  # rows that go must not move what is typed in
    box.fill("nothing like it")
    expect(phone.page.get_by_text("Found among the wins on this phone: 0")).to_be_visible()


def test_what_waits_on_the_phone_is_searched_and_filtered_too(phone: Phone) -> None:
    keeps_a_log_and_goes_offline(phone)
    phone.logs("Fixed it")
    phone.logs("First customer", "Milestone")
    phone.open("/wins/?kind=milestone")
    expect(phone.page.get_by_text("Found among the wins on this phone: 1")).to_be_visible()
    expect(seen(phone)).to_have_text(["First customer"])
    phone.open("/wins/?q=fixed")
    expect(seen(phone)).to_have_text(["Fixed it"])


def test_what_was_sent_since_is_found_once(phone: Phone) -> None:
    keeps_a_log_and_goes_offline(phone)
    phone.logs("Fixed it")
    phone.open("/wins/")
    expect(seen(phone)).to_have_text(["Fixed it", "Sent before"])
    phone.goes_online()
    phone.has_sent_all()
    phone.page.get_by_role("searchbox").fill("before")
    expect(phone.page.locator("#found")).to_contain_text("1 win")
    expect(seen(phone)).to_have_text(["Sent before"])
    phone.page.get_by_role("searchbox").fill("fixed")
    expect(seen(phone)).to_have_text(["Fixed it"])
    phone.page.get_by_role("searchbox").fill("")
    expect(seen(phone)).to_have_text(["Fixed it", "Sent before"])


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
    of_today = phone.page.locator(":is(#todays-wins, #earlier-wins) > li")
    expect(of_today).to_have_count(60, timeout=30_000)
    phone.has_sent_all()
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
