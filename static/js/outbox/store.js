// Where entries are kept on the phone: IndexedDB, written through to disk before anything is said.
// "entries" holds what has not reached the server, "sent" the last that have (they bring a page
// from the cache up to date), "meta" single values: whose phone this is now ("person"), whether the
// server has yet to be told of a sign-out ("leaving"), how many entries the phone lost ("cleared"),
// the language it is shown in ("language"), and who is through with the first steps ("welcomed").

const NAME = "smallwins";
const VERSION = 1;
const DURABLE = { durability: "strict" };
let opened;
let fresh = false;

/** Open the database now, so that the first tap does not have to wait for it. */
export function warmUp() {
  return open().catch(() => {});
}

/** Keep an entry, once; resolves with it, and its `seq`, once it is durably stored. */
export async function add(entry) {
  const seq = await change(["entries"], ({ entries }) => entries.add(entry)).catch((error) => seqOf(entry, error));
  return { ...entry, seq };
}

/** All entries of a person that have not reached the server, in the order they were made. */
export function entriesOf(person) {
  return all("entries", person);
}

/** The last entries of a person that have. */
export function sentOf(person) {
  return all("sent", person);
}

/** Put entries in a new state; sent ones move. Those that are gone by now stay gone. */
export function update(changed) {
  return change(["entries", "sent"], ({ entries, sent }) => {
    for (const { fields, ...marks } of changed) {
      entries.openCursor(marks.seq).onsuccess = ({ target: { result: at } }) => {
        if (!at) return;
        if (marks.state === "sent") [at.delete(), sent.put({ ...at.value, ...marks })];
        else at.update({ ...at.value, ...marks });
      };
    }
  });
}

/** Put a mended entry in the place of the one with its id. */
export function replace(entry) {
  return change(["entries"], ({ entries }) => entries.put(entry));
}

/** Let go of entries, sent or not. */
export async function remove(gone) {
  if (!gone.length) return;
  await change(["entries", "sent"], ({ entries, sent }) => {
    for (const { seq } of gone) [entries.delete(seq), sent.delete(seq)];
  });
}

/** Let go of all sent entries but those of `person`; what is not sent stays. */
export function dropSent(person) {
  return change(["sent"], ({ sent }) => {
    sent.openCursor().onsuccess = ({ target: { result: at } }) => {
      if (!at) return;
      if (at.value.person !== person) at.delete();
      at.continue();
    };
  });
}

/** Keep a single value; no write, which pages would wait for as they open, if it is kept already. */
export async function keep(name, value) {
  if ((await kept(name)) !== value) await change(["meta"], ({ meta }) => meta.put(value, name));
}

/** A single value, or undefined. */
export function kept(name) {
  return read("meta", (meta) => meta.get(name));
}

/** Whether this page found no storage of ours and made it anew. */
export async function isNew() {
  await open();
  return fresh;
}

// Its id is taken: the keeper, slower than the page had patience for, has kept it meanwhile.
async function seqOf({ id }, error) {
  if (error.name !== "ConstraintError") throw error;
  return read("entries", (entries) => entries.index("id").getKey(id));
}

function all(name, person) {
  return read(name, (store) => store.index("person").getAll(person));
}

function read(name, ask) {
  return using((database) => result(ask(database.transaction(name).objectStore(name))));
}

function change(names, work) {
  return using(async (database) => {
    const transaction = database.transaction(names, "readwrite", DURABLE);
    const stores = names.map((name) => [name, transaction.objectStore(name)]);
    const request = work(Object.fromEntries(stores));
    await finished(transaction);
    return request?.result;
  });
}

async function using(work, again = true) {
  try {
    return await work(await open());
  } catch (error) {
    // iPhones lose the connection after a time in the background: open anew, once.
    if (!again || error.name !== "InvalidStateError") throw error;
    opened = undefined;
    return using(work, false);
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
  fresh = true;
  const entries = database.createObjectStore("entries", { keyPath: "seq", autoIncrement: true });
  entries.createIndex("person", "person");
  entries.createIndex("id", "id", { unique: true });
  const sent = database.createObjectStore("sent", { keyPath: "seq" });
  sent.createIndex("person", "person");
  database.createObjectStore("meta");
}

function ready(database) {
  database.onversionchange = () => database.close(); // a newer page wants to change the format
  database.onclose = () => {
    opened = undefined;
  };
  return database;
}

function finished(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error); // comes after any onerror, and knows why
  });
}

function result(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
