"""What a person sees of an entry that is being sent, and of one that cannot be sent."""

import json

from playwright.sync_api import expect

from tests.support.phones.chromium import Phone
from tests.support.proxy import Proxy
from tests.support.server import Server

# An iPhone can lose the connection to its storage in the background, without an event.
REMEMBERS = """
    const open = IDBFactory.prototype.open;
    window.opened = [];
    IDBFactory.prototype.open = function (...asked) {
        const request = open.apply(this, asked);
        request.addEventListener("success", () => window.opened.push(request.result));
        return request;
    };
"""
LOSES = """() => {
    for (const database of window.opened) database.close();
    document.dispatchEvent(new Event("visibilitychange"));
}"""


def test_a_tap_is_confirmed_on_a_line_that_swallows_everything(phone: Phone, line: Proxy) -> None:
    line.set("blackhole")
    phone.logs("In the lift")
    phone.sees_status("Saved on this phone")
    expect(phone.wins.first).to_have_attribute("data-state", "sending")
    line.set("pass")
    phone.goes_online()
    phone.sees_status("Sent")
    expect(phone.wins.first).not_to_have_attribute("data-state", "sending")


def test_five_quick_taps_are_five_wins(phone: Phone) -> None:
    phone.page.evaluate(
        """() => {
            const button = document.querySelector('#capture button');
            for (let tap = 0; tap < 5; tap++) button.click();
        }"""
    )
    expect(phone.wins).to_have_count(5)
    phone.sees_status("Sent")
    phone.open()
    expect(phone.wins).to_have_count(5)


def test_enter_in_the_box_records_a_quick_task(phone: Phone) -> None:
    box = phone.page.get_by_role("textbox", name="What did you get done?")
    box.fill("By keyboard")
    box.press("Enter")
    phone.lists("By keyboard")
    expect(phone.wins.first).to_have_attribute("data-kind", "quick")
    expect(box).to_have_value("")


def test_an_ended_session_keeps_entries_and_asks_to_sign_in(phone: Phone) -> None:
    phone.context.clear_cookies()
    phone.logs("After the session ended")
    phone.sees_status("Sign in to send")
    phone.status.get_by_role("link").click()
    phone.sign_in()
    phone.sees_status("Sent")
    phone.open()
    phone.lists("After the session ended")


def test_another_persons_entries_are_neither_seen_nor_sent(phone: Phone, new_phone) -> None:
    phone.context.clear_cookies()
    phone.logs("Ana only")
    phone.sign_up("Ben", "ben@example.org")
    expect(phone.wins).to_have_count(0)
    phone.logs("Ben only")
    phone.sees_status("Sent")
    phone.context.clear_cookies()
    phone.sign_in()
    phone.lists("Ana only")


def test_a_phone_that_loses_its_storage_for_a_moment_does_not_call_it_sent(
    phone: Phone, line: Proxy
) -> None:
    phone.context.add_init_script(REMEMBERS)
    phone.open()
    line.set("refuse")
    phone.logs("First")
    phone.sees_status("Saved on this phone")
    with phone.page.expect_event("requestfailed", lambda tried: "/outbox/" in tried.url):
        phone.page.evaluate(LOSES)  # and it knows what to send
    phone.sees_status("Saved on this phone")
    expect(phone.wins.first).to_contain_text("saved")


def test_a_check_in_can_be_taken_back_and_the_question_returns(phone: Phone) -> None:
    phone.checks_in(3)
    phone.takes_back("Checked in: 3")
    expect(phone.page.get_by_role("radiogroup", name="Confidence")).to_be_visible()
    phone.checks_in(8)
    phone.has_sent_all()
    phone.open("/checkins/")
    expect(phone.page.locator("li.checkin")).to_have_count(1)


def test_details_are_changed_in_place_offline_and_survive_a_reload(phone: Phone) -> None:
    phone.has_worker()
    phone.open()
    phone.goes_offline()
    phone.logs("Shipped the importer")
    phone.page.get_by_role("link", name="Shipped the importer").click()
    phone.page.get_by_label("What it changed").fill("40 % faster")
    phone.page.get_by_role("button", name="Save").click()
    expect(phone.wins.first).to_contain_text("40 % faster")
    phone.page.reload()
    expect(phone.wins.first).to_contain_text("40 % faster")
    phone.goes_online()
    phone.sees_status("Sent")
    phone.open("/wins/")
    expect(phone.page.get_by_text("40 % faster")).to_be_visible()


def test_a_kept_page_says_as_of_when(phone: Phone, server: Server) -> None:
    phone.has_worker()
    phone.open()
    expect(phone.page.locator(".as-of")).to_be_hidden()
    server.kill()
    phone.open()
    expect(phone.page.locator(".as-of")).to_contain_text("as of")
    assert json.loads(phone.page.evaluate("JSON.stringify(document.body.dataset.person.length)"))


def test_markup_in_words_stays_words_in_rows_drawn_on_the_phone(phone: Phone, line: Proxy) -> None:
    words = """<img src=x onerror="document.title='run'">"'><script>alert(1)</script>"""
    phone.has_kept("/outbox/")
    line.set("refuse")
    phone.logs(words)
    phone.sees_status("Saved on this phone")
    phone.lists(words)
    phone.open("/outbox/")
    expect(phone.page.get_by_text(words).first).to_be_visible()
    assert phone.page.locator("main img, main script").count() == 0
    assert phone.page.title() != "run"
