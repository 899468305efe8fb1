"""Scripts that tests run on a phone's page: questions to its worker and its storage."""

HAS_WORKER = "() => navigator.serviceWorker.controller !== null"
KEEPS = "async (path) => Boolean(await caches.match(path))"
# Whether the cached page was drawn when the person's rev was what it is on the page that is shown.
KEEPS_NEWEST = """async (path) => {
    const page = await caches.match(path);
    return page?.headers.get("Smallwins-Rev") === document.body.dataset.rev;
}"""

# All entries on the phone, sent ones too.
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
ALL_SENT = f"async () => (await ({READ})()).every(({{ state }}) => state === 'sent')"
HAS_UNSENT = f"""async (number) =>
    (await ({READ})()).filter(({{ state }}) => state !== 'sent').length === number"""

# Set parts of every entry that waits; under the lock of the senders, so that none of them puts its
# own state over the change.
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

# Have pages find that the phone keeps nothing, as in some private modes.
REFUSE = """
    delete window.Worker;
    IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };
"""
