"""A phone whose storage opens late: earlier taps are stored once and in order."""

import pytest
from playwright.sync_api import expect

from tests.browser.capture.test_morning import adds_impact
from tests.support.phones.chromium import Phone
from tests.support.phones.stored import clear_storage, has_unsent, held
from tests.support.proxy import Proxy

# Something is held back until the test lets it come. Two states of the page are noted: its store
# worker is up, and it has caught up with its storage, after which it asks for lost entries.
HOLDS = """
    const held = [];
    const hold = (go) => (window.hasCome ? go() : held.push(go));
    window.letCome = () => {
        window.hasCome = true;
        for (const go of held.splice(0)) go();
    };
    const get = IDBObjectStore.prototype.get;
    IDBObjectStore.prototype.get = function (name) {
        window.hasCaughtUp ||= name === "cleared";
        return get.call(this, name);
    };
    const Channel = BroadcastChannel;
    window.BroadcastChannel = class extends Channel {
        constructor(name) {
            super(name);
            this.addEventListener("message", ({ data }) => (window.hasStoreWorker ||= data.up));
        }
    };
"""
# The store worker opens it at once; the page, which reads waiting entries, gets it late.
OPENS_LATE = f"""{HOLDS}
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (...asked) {{
        const late = {{}};
        hold(() => {{
            const request = open.apply(this, asked);
            for (const name of ["onupgradeneeded", "onsuccess", "onerror"]) {{
                request[name] = () => {{
                    [late.result, late.error] = [request.result, request.error];
                    late[name]?.();
                }};
            }}
        }});
        return late;
    }};
"""
# It opens at once, but waiting and sent entries arrive late, as they were before.
READS_LATE = f"""{HOLDS}
    const read = IDBIndex.prototype.getAll;
    let reads = 0;
    IDBIndex.prototype.getAll = function (...asked) {{
        const request = read.apply(this, asked);
        if (reads++ > 1) return request;
        const late = {{}};
        request.onsuccess = () => hold(() => {{
            late.result = request.result;
            late.onsuccess();
        }});
        return late;
    }};
"""
# Messages reach the store worker late.
STORES_LATE = f"""{HOLDS}
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (...said) {{
        hold(() => post.apply(this, said));
    }};
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


# How many rows there are when the last Undo button is gone, after the next tap.
TAP_AND_LOOK = """async () => {
    document.querySelector("#capture button").click();
    while (document.querySelector("#toast button")) {
        await new Promise((frame) => requestAnimationFrame(frame));
    }
    return document.querySelectorAll("#todays-wins > li").length;
}"""


@pytest.fixture(params=[OPENS_LATE, READS_LATE], ids=["opens late", "reads late"])
def slowness(request: pytest.FixtureRequest) -> str:
    script: str = request.param
    return script


def opens_slowly(phone: Phone, slowness: str, path: str = "/") -> None:
    """Open a page on a phone that is slow from now on; return when its store worker is up."""
    phone.context.add_init_script(slowness)
    phone.open(path)
    phone.waits_for("() => window.hasStoreWorker")


def catches_up(phone: Phone) -> None:
    """Let come what is held back, and wait until the page has caught up with it."""
    phone.page.evaluate("letCome()")
    phone.waits_for("() => window.hasCaughtUp")


def test_a_tap_before_older_ones_come_stands_above_them(
    phone: Phone, line: Proxy, slowness: str
) -> None:
    phone.has_kept("/")
    line.set("refuse")
    phone.logs("First")
    phone.logs("Second")
    opens_slowly(phone, slowness)
    expect(phone.wins).to_have_count(0)
    phone.logs("Third")
    catches_up(phone)
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
    opens_slowly(phone, slowness, "/decisions/")
    expect(rows).to_have_count(0)
    asks(phone, "Second")
    expect(rows).to_have_count(1)
    catches_up(phone)
    expect(rows.locator(".decision__what")).to_have_text(["First", "Second"])
    phone.sees_status("Saved on this phone: 2")
    expect(rows.locator(".decision__what")).to_have_text(["First", "Second"])


def asks(phone: Phone, what: str) -> None:
    phone.page.get_by_label("What is to be decided?").fill(what)
    phone.taps("Open")


def test_an_answer_given_before_the_page_has_caught_up_stays(phone: Phone, slowness: str) -> None:
    opens_slowly(phone, slowness)
    phone.checks_in(7)
    catches_up(phone)
    phone.sees_status("Sent")
    expect(phone.page.get_by_text("You said 7 of 10.")).to_be_visible()
    phone.follows("Done")
    expect(phone.page.get_by_role("link", name="Check in", exact=True)).to_be_visible()


def test_a_newer_edit_is_not_shown_as_the_older_one(
    phone: Phone, line: Proxy, slowness: str
) -> None:
    phone.logs("Fixed it")
    phone.has_sent_all()
    phone.has_kept("/")
    phone.open()
    phone.page.wait_for_load_state("networkidle")
    line.set("refuse")
    adds_impact(phone, "Fixed it", "The older one")
    opens_slowly(phone, slowness)
    adds_impact(phone, "Fixed it", "The newer one")
    catches_up(phone)
    has_unsent(phone, 2)
    phone.sees_status("Saved on this phone")
    expect(phone.wins).to_have_count(1)
    expect(phone.wins).to_contain_text("The newer one")


def test_a_tap_on_an_emptied_phone_is_not_taken_for_a_lost_one(phone: Phone, line: Proxy) -> None:
    phone.has_kept("/")
    clear_storage(phone)
    opens_slowly(phone, READS_LATE)
    line.set("refuse")
    phone.logs("Fixed it")
    catches_up(phone)
    line.set("pass")
    phone.goes_online()
    phone.sees_status("Sent")


def test_the_last_undo_is_gone_before_the_next_row_is_there(phone: Phone) -> None:
    opens_slowly(phone, STORES_LATE)
    phone.page.evaluate("window.hasCome = true")
    phone.logs("First")
    expect(phone.page.get_by_role("button", name="Undo")).to_be_visible()
    phone.page.evaluate("window.hasCome = false")
    assert phone.page.evaluate(TAP_AND_LOOK) == 1
    phone.page.evaluate("letCome()")
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
    phone.has_sent_all()
    phone.open()
    phone.lists("On a busy phone")
