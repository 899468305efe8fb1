"""What a person sees of an entry on its way, and of one that cannot go."""

import json

from playwright.sync_api import Route, expect

from tests.browser.phone import Phone
from tests.proxy import Proxy
from tests.server import Server


def test_a_tap_is_confirmed_on_a_line_that_swallows_everything(phone: Phone, line: Proxy) -> None:
    line.set("blackhole")
    phone.logs("In the lift")
    phone.sees_status("Saved on this phone")
    expect(phone.wins.first).to_have_attribute("data-state", "sending")
    line.set("pass")
    phone.page.evaluate("dispatchEvent(new Event('online'))")
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


def test_a_refused_entry_stays_with_its_reason_and_its_neighbours_go(phone: Phone) -> None:
    phone.context.set_offline(True)
    phone.logs("Good")
    phone.logs("Bad")
    phone.page.evaluate(
        """() => new Promise((done) => {
            const opening = indexedDB.open('smallwins');
            opening.onsuccess = () => {
                const change = opening.result.transaction('entries', 'readwrite');
                const cursor = change.objectStore('entries').openCursor();
                cursor.onsuccess = ({ target: { result: at } }) => {
                    if (!at) return done();
                    if (at.value.fields.what === 'Bad') {
                        at.update({ ...at.value, fields: { ...at.value.fields, kind: 'heroic' } });
                    }
                    at.continue();
                };
            };
        })"""
    )
    phone.context.set_offline(False)
    phone.sees_status("Not accepted")
    expect(phone.wins.first).to_contain_text("The kind must be one of")
    expect(phone.wins.last).not_to_have_attribute("data-state", "saved")


def test_a_captive_portal_is_not_taken_for_success(phone: Phone) -> None:
    def portal(route: Route) -> None:
        route.fulfill(status=200, content_type="text/html", body="<h1>Welcome to Hotel Wi-Fi</h1>")

    phone.page.route("**/outbox/", portal)
    phone.logs("In the hotel")
    phone.sees_status("Saved on this phone")
    phone.page.unroute("**/outbox/")
    phone.page.evaluate("dispatchEvent(new Event('online'))")
    phone.sees_status("Sent")


def test_where_storage_is_refused_the_network_keeps_it(phone: Phone, server: Server) -> None:
    _refuse_storage(phone)
    phone.logs("Straight to the server")
    other = phone.context.new_page()
    other.goto(phone.url + "/wins/")
    expect(other.get_by_text("Straight to the server")).to_be_visible()


def test_where_nothing_can_keep_it_the_words_stay_and_the_app_says_so(
    phone: Phone, line: Proxy
) -> None:
    _refuse_storage(phone)
    line.set("refuse")
    box = phone.page.get_by_role("textbox", name="What did you get done?")
    box.fill("Nowhere to go")
    phone.taps("Quick task")
    phone.sees_status("Not saved")
    expect(box).to_have_value("Nowhere to go")
    expect(phone.wins).to_have_count(0)


def test_a_check_in_can_be_taken_back_and_the_question_returns(phone: Phone) -> None:
    phone.checks_in(3)
    phone.taps("Undo")
    expect(phone.page.get_by_role("radiogroup", name="Confidence")).to_be_visible()
    phone.checks_in(8)
    phone.sees_status("Sent")
    phone.open("/checkins/")
    expect(phone.page.locator("li.checkin")).to_have_count(1)


def test_details_are_changed_in_place_offline_and_survive_a_reload(phone: Phone) -> None:
    phone.has_worker()
    phone.open()
    phone.context.set_offline(True)
    phone.logs("Shipped the importer")
    phone.page.get_by_role("link", name="Shipped the importer").click()
    phone.page.get_by_label("What it changed").fill("40 % faster")
    phone.page.get_by_role("button", name="Save").click()
    expect(phone.wins.first).to_contain_text("40 % faster")
    phone.page.reload()
    expect(phone.wins.first).to_contain_text("40 % faster")
    phone.context.set_offline(False)
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


def test_signing_out_with_unsent_entries_asks_first(phone: Phone) -> None:
    phone.context.route("**/outbox/", lambda route: route.abort())
    phone.logs("Not sent yet")
    phone.open("/settings/")
    phone.taps("Sign out")
    expect(phone.page.get_by_role("dialog")).to_be_visible()
    phone.page.get_by_role("button", name="Keep on this phone").click()
    expect(phone.page.get_by_role("heading", name="Sign in")).to_be_visible()
    phone.context.unroute("**/outbox/")
    phone.sign_in()
    phone.sees_status("Sent")
    phone.lists("Not sent yet")


def test_signing_out_leaves_nothing_of_the_person_on_the_phone(phone: Phone) -> None:
    phone.has_worker()
    phone.logs("Sent and gone")
    phone.sees_status("Sent")
    phone.open("/settings/")
    phone.taps("Sign out")
    expect(phone.page.get_by_role("heading", name="Sign in")).to_be_visible()
    left = phone.page.evaluate("caches.keys()")
    assert [name for name in left if name.startswith("pages-")] == []
    assert _held(phone) == []


def _held(phone: Phone) -> list[object]:
    held: list[object] = phone.page.evaluate(
        """() => new Promise((done) => {
            const opening = indexedDB.open('smallwins');
            opening.onsuccess = () => {
                const held = [];
                const read = opening.result.transaction(['entries', 'sent']);
                for (const name of ['entries', 'sent']) {
                    const all = read.objectStore(name).getAll();
                    all.onsuccess = () => held.push(...all.result);
                }
                read.oncomplete = () => done(held);
            };
        })"""
    )
    return held


def _refuse_storage(phone: Phone) -> None:
    phone.page.evaluate(
        """() => {
            IDBObjectStore.prototype.add = () => {
                throw new DOMException('no room', 'QuotaExceededError');
            };
        }"""
    )
