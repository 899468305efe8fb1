"""What a phone holds in its storage: looked at, changed, refused or cleared from outside."""

from typing import Any

from tests.support.phone import Phone

READ = """() => new Promise((done) => {
    const opening = indexedDB.open('smallwins');
    opening.onsuccess = () => {
        const held = [];
        const read = opening.result.transaction(['entries', 'sent']);
        for (const name of ['entries', 'sent']) {
            const all = read.objectStore(name).getAll();
            all.onsuccess = () => held.push(...all.result);
        }
        read.oncomplete = () => { opening.result.close(); done(held); };
    };
})"""

# Under the lock of the senders: none of them is to put its own state over the change.
CHANGE = """(change) => navigator.locks.request('outbox', () => new Promise((done) => {
    const opening = indexedDB.open('smallwins');
    opening.onsuccess = () => {
        const write = opening.result.transaction('entries', 'readwrite');
        write.objectStore('entries').openCursor().onsuccess = ({ target: { result: at } }) => {
            if (!at) return;
            const fields = { ...at.value.fields, ...change.fields };
            at.update({ ...at.value, ...change, fields });
            at.continue();
        };
        write.oncomplete = () => { opening.result.close(); done(); };
    };
}))"""

REFUSE = """
    delete window.Worker;
    IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };
"""


def held(phone: Phone) -> list[dict[str, Any]]:
    """All entries on the phone, sent ones too."""
    entries: list[dict[str, Any]] = phone.page.evaluate(READ)
    return entries


def has_sent_all(phone: Phone) -> None:
    """Wait until nothing on the phone waits, whoever sends it: this page, another, the worker."""
    for _ in range(100):
        if all(entry["state"] == "sent" for entry in held(phone)):
            return
        phone.page.wait_for_timeout(50)
    raise AssertionError(f"still waiting: {held(phone)}")


def change_held(phone: Phone, **change: Any) -> None:
    """Set these parts of every entry that waits; `fields` are added to its own."""
    phone.page.evaluate(CHANGE, change)


def refuse_storage(phone: Phone) -> None:
    """From now on pages find that the phone keeps nothing, as in some private modes."""
    phone.context.add_init_script(REFUSE)
    phone.page.reload()


def clear_storage(phone: Phone) -> None:
    """What a phone does that is short of space; cookies stay."""
    session = phone.context.new_cdp_session(phone.page)
    kinds = "indexeddb,cache_storage,local_storage,service_workers"
    session.send("Storage.clearDataForOrigin", {"origin": phone.url, "storageTypes": kinds})
    session.detach()
