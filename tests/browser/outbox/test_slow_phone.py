"""A phone whose storage opens late: earlier taps are stored once and in order."""

import pytest
from playwright.sync_api import expect

from tests.browser.capture.test_morning import adds_impact
from tests.support.held import clear_storage, has_sent_all, held
from tests.support.phone import Phone
from tests.support.proxy import Proxy

LATEST = 2_000  # ms

# The store worker opens it at once; the page, which reads waiting entries, 1.5 s later.
OPENS_LATE = """
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (...asked) {
        const late = {};
        setTimeout(() => {
            const request = open.apply(this, asked);
            for (const name of ["onupgradeneeded", "onsuccess", "onerror"]) {
                request[name] = () => {
                    [late.result, late.error] = [request.result, request.error];
                    late[name]?.();
                };
            }
        }, 1_500);
        return late;
    };
"""
# It opens at once, but waiting and sent entries arrive 1.5 s late.
READS_LATE = """
    const read = IDBIndex.prototype.getAll;
    let reads = 0;
    IDBIndex.prototype.getAll = function (...asked) {
        const request = read.apply(this, asked);
        if (reads++ > 1) return request;
        const late = {};
        request.onsuccess = () => setTimeout(() => {
            late.result = request.result;
            late.onsuccess();
        }, 1_500);
        return late;
    };
"""
# Messages reach the store worker late.
STORES_LATE = """
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (...said) {
        setTimeout(() => post.apply(this, said), 700);
    };
"""
# A write takes two seconds and blocks others, as on a busy disk.
WRITES_LONG = """() => new Promise((begun) => {
    indexedDB.open("smallwins").onsuccess = ({ target: { result: database } }) => {
        const entries = database.transaction("entries", "readwrite").objectStore("entries");
        const end = performance.now() + 2_000;
        const go = () => {
            entries.count().onsuccess = () => (performance.now() < end ? go() : database.close());
        };
        go();
        begun();
    };
})"""
# How many Undo buttons there are soon after the next tap.
TAP_AND_LOOK = """async () => {
    document.querySelector("#capture button").click();
    await new Promise((looked) => setTimeout(looked, 200));
    return document.querySelectorAll("#toast button").length;
}"""


@pytest.fixture(params=[OPENS_LATE, READS_LATE], ids=["opens late", "reads late"])
def slowness(request: pytest.FixtureRequest) -> str:
    script: str = request.param
    return script


def test_a_tap_before_older_ones_come_stands_above_them(
    phone: Phone, line: Proxy, slowness: str
) -> None:
    phone.has_kept("/")
    line.set("refuse")
    phone.logs("First")
    phone.logs("Second")
    phone.context.add_init_script(slowness)
    phone.open()
    expect(phone.wins).to_have_count(0)
    phone.logs("Third")
    phone.lists("Third", "Second", "First")
    phone.sees_status("Saved on this phone: 3")
    phone.lists("Third", "Second", "First")


def test_a_decision_opened_before_older_ones_come_stands_below_them(
    phone: Phone, line: Proxy, slowness: str
) -> None:
    phone.open("/decisions/")
    phone.has_kept("/decisions/")
    line.set("refuse")
    phone.open("/decisions/")
    rows = phone.page.locator("#open-decisions > li")
    asks(phone, "First")
    expect(rows).to_have_count(1)
    phone.context.add_init_script(slowness)
    phone.open("/decisions/")
    expect(rows).to_have_count(0)
    asks(phone, "Second")
    expect(rows.locator(".decision__what")).to_have_text(["First", "Second"])
    phone.sees_status("Saved on this phone: 2")
    expect(rows.locator(".decision__what")).to_have_text(["First", "Second"])


def asks(phone: Phone, what: str) -> None:
    phone.page.get_by_label("What is to be decided?").fill(what)
    phone.taps("Routine")


def test_an_answer_given_before_the_page_has_caught_up_stays(phone: Phone, slowness: str) -> None:
    phone.context.add_init_script(slowness)
    phone.open()
    phone.checks_in(7)
    phone.sees_status("Sent")
    phone.page.wait_for_timeout(LATEST)
    expect(phone.page.get_by_text("You said 7 of 10.")).to_be_visible()
    expect(phone.page.get_by_role("link", name="Check in", exact=True)).to_be_visible()


def test_a_newer_edit_is_not_shown_as_the_older_one(
    phone: Phone, line: Proxy, slowness: str
) -> None:
    phone.logs("Fixed it")
    has_sent_all(phone)
    phone.has_kept("/")
    phone.open()
    phone.page.wait_for_load_state("networkidle")
    line.set("refuse")
    adds_impact(phone, "Fixed it", "The older one")
    phone.context.add_init_script(slowness)
    phone.open()
    adds_impact(phone, "Fixed it", "The newer one")
    phone.page.wait_for_timeout(LATEST)
    phone.sees_status("Saved on this phone: 2")
    expect(phone.wins).to_have_count(1)
    expect(phone.wins).to_contain_text("The newer one")


def test_a_tap_on_an_emptied_phone_is_not_taken_for_a_lost_one(phone: Phone, line: Proxy) -> None:
    phone.has_kept("/")
    clear_storage(phone)
    phone.context.add_init_script(READS_LATE)
    phone.open()
    line.set("refuse")
    phone.logs("Fixed it")
    line.set("pass")
    phone.goes_online()
    phone.page.wait_for_timeout(LATEST)
    phone.sees_status("Sent")


def test_the_last_undo_is_gone_before_the_next_row_is_there(phone: Phone) -> None:
    phone.context.add_init_script(STORES_LATE)
    phone.open()
    phone.logs("First")
    expect(phone.page.get_by_role("button", name="Undo")).to_be_visible()
    assert phone.page.evaluate(TAP_AND_LOOK) == 0
    phone.lists("First")
    phone.lists("Quick task", "First")
    phone.undoes()
    phone.lists("First")


def test_a_tap_that_is_kept_late_is_kept_once_and_not_called_lost(
    phone: Phone, line: Proxy
) -> None:
    phone.has_kept("/")
    line.set("refuse")
    phone.page.evaluate(WRITES_LONG)
    phone.logs("On a busy phone")
    phone.sees_status("Saved on this phone")
    assert [entry["fields"]["what"] for entry in held(phone)] == ["On a busy phone"]
    line.set("pass")
    phone.goes_online()
    has_sent_all(phone)
    phone.open()
    phone.lists("On a busy phone")
