// Where entries are kept on the phone: IndexedDB, written through to disk before anything is said.

const NAME = "smallwins";
const VERSION = 1;
let opened;

/** Open the database now, so that the first tap does not have to wait for it. */
export function warmUp() {
  return open().catch(() => {});
}

/** Keep an entry; resolves with it, and its `seq`, once it is durably stored. */
export async function add(entry) {
  const seq = await change("entries", (entries) => entries.add(entry));
  return { ...entry, seq };
}

/** Put entries back in a new state; those that are gone by now stay gone. */
export function update(changed) {
  return change("entries", (entries) => {
    for (const entry of changed) {
      entries.openCursor(entry.seq).onsuccess = ({ target }) => target.result?.update(entry);
    }
  });
}

/** Let go of entries. */
export function remove(gone) {
  return change("entries", (entries) => gone.forEach(({ seq }) => entries.delete(seq)));
}

/** All entries of a person, in the order they were made. */
export async function entriesOf(person) {
  const database = await open();
  const entries = database.transaction("entries").objectStore("entries");
  return result(entries.index("person").getAll(person));
}

/** The person whose entries may be sent from this phone now: null after signing out. */
export async function setPerson(person) {
  await change("meta", (meta) => meta.put(person, "person"));
}

export async function getPerson() {
  const database = await open();
  return result(database.transaction("meta").objectStore("meta").get("person"));
}

async function change(name, work, again = true) {
  try {
    const database = await open();
    const transaction = database.transaction(name, "readwrite", { durability: "strict" });
    const request = work(transaction.objectStore(name));
    await finished(transaction);
    return request?.result;
  } catch (error) {
    // iPhones lose the connection after a time in the background: open anew, once.
    if (!again || error.name !== "InvalidStateError") throw error;
    opened = undefined;
    return change(name, work, false);
  }
}

function open() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = () => build(request.result);
    request.onsuccess = () => resolve(ready(request.result));
    request.onerror = () => reject(request.error);
  }).catch((error) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

function build(database) {
  const entries = database.createObjectStore("entries", { keyPath: "seq", autoIncrement: true });
  entries.createIndex("person", "person");
  entries.createIndex("id", "id", { unique: true });
  database.createObjectStore("meta");
}

function ready(database) {
  database.onversionchange = () => database.close(); // a newer page wants to change the format
  database.onclose = () => { opened = undefined; };
  return database;
}

function finished(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = transaction.onerror = () => reject(transaction.error);
  });
}

function result(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
