"""Today with hundreds of wins: what a tap costs, counted, and rows that are folded."""

import pytest
from playwright.sync_api import expect

from tests.support.phones.chromium import Phone
from tests.support.phones.stored import change_held

WAITING = 300
SHOWN = 30
A_BATCH = 100  # entries of one request
WAIT_MANY = """async (number) => {
    const database = await new Promise((resolve) => {
        indexedDB.open("smallwins").onsuccess = ({ target }) => resolve(target.result);
    });
    const transaction = database.transaction("entries", "readwrite");
    for (let n = 1; n <= number; n++) {
        transaction.objectStore("entries").add({
            v: 1, id: crypto.randomUUID(), person: document.body.dataset.person, verb: "log_win",
            at: Date.now() - number + n, offset: -new Date().getTimezoneOffset(), zone: "UTC",
            fields: { what: `Win ${n}`, kind: "quick" }, state: "saved", tries: 0,
            since: Date.now(),
        });
    }
    await new Promise((resolve) => { transaction.oncomplete = resolve; });
    database.close();
}"""
COUNT = """() => {
    window.read = 0;
    window.touched = new Set();
    for (const { prototype } of [IDBObjectStore, IDBIndex]) {
        const { getAll } = prototype;
        prototype.getAll = function (...asked) {
            const request = getAll.apply(this, asked);
            request.addEventListener("success", () => { window.read += request.result.length; });
            return request;
        };
    }
    new MutationObserver((records) => {
        for (const { target, addedNodes } of records) {
            const at = target instanceof Element ? target : target.parentElement;
            for (const one of [at, ...addedNodes]) {
                const row = one?.closest?.("li.win");
                if (row) window.touched.add(row.id);
            }
        }
    }).observe(document.getElementById("main"), {
        attributes: true, characterData: true, childList: true, subtree: true,
    });
}"""


@pytest.fixture
def busy(phone: Phone) -> Phone:
    """Return a phone without a connection, on which WAITING wins of today wait."""
    return waits(phone, WAITING)


def waits(phone: Phone, number: int) -> Phone:
    """Let so many wins wait on the phone, offline; the first is the oldest."""
    phone.has_kept("/")
    phone.goes_offline()
    phone.page.evaluate(WAIT_MANY, number)
    phone.open()
    phone.sees_status(f"Saved on this phone: {number}")
    return phone


def folded(phone: Phone, text: str) -> None:
    expect(phone.page.locator("#earlier > summary")).to_have_text(text)


def words(first: int, last: int) -> list[str]:
    return [f"Win {n}" for n in range(first, last - 1, -1)]


def test_a_tap_reads_and_draws_as_much_however_many_wait(busy: Phone) -> None:
    expect(busy.wins).to_have_count(SHOWN)
    folded(busy, f"{WAITING - SHOWN} earlier wins today")
    busy.page.evaluate(COUNT)
    busy.fills("What did you get done?", "One more")
    busy.taps("Quick task")
    busy.sees_status(f"Saved on this phone: {WAITING + 1}")
    folded(busy, f"{WAITING + 1 - SHOWN} earlier wins today")
    expect(busy.wins).to_have_count(SHOWN)
    expect(busy.page.get_by_role("button", name="Undo")).to_be_visible()
    busy.waits_for("() => window.read")  # it has tried to send
    assert busy.page.evaluate("window.read") <= A_BATCH
    assert busy.page.evaluate("window.touched.size") <= 2  # the new row, and the one that is folded


def test_folded_wins_are_deleted_refused_and_sent_as_others(phone: Phone) -> None:
    number = SHOWN + 3
    waits(phone, number)
    phone.lists(*words(number, 4))
    phone.page.locator("#earlier > summary").click()
    earlier = phone.page.locator("#earlier .win__what")
    expect(earlier).to_have_text(words(3, 1))
    phone.page.get_by_text("Win 4", exact=True).click()  # the last of the list
    phone.taps("Delete")
    folded(phone, "2 earlier wins today")
    phone.takes_back("Deleted: Win 4")
    phone.lists(*words(number, 4))
    expect(earlier).to_have_text(words(3, 1))
    phone.page.get_by_text("Win 2", exact=True).click()
    phone.taps("Delete")
    expect(earlier).to_have_text(["Win 3", "Win 1"])
    phone.takes_back("Deleted: Win 2")
    expect(earlier).to_have_text(words(3, 1))
    change_held(phone, fields={"kind": "none such"})
    phone.fills("What did you get done?", "A good one")
    phone.taps("Quick task")  # not logs(): the list stays as long as it is
    expect(phone.wins.first).to_contain_text("A good one")
    phone.goes_online()
    phone.sees_status(f"Not accepted: {number}")
    folded(phone, "4 earlier wins today · Not accepted: 4")
