// The IndexedDB database of this phone: opened once, opened again when the browser has closed it.

const NAME = "smallwins";
const VERSION = 1;
/** @type {IDBTransactionOptions} */
const DURABLE = { durability: "strict" };
/** @type {Promise<IDBDatabase> | undefined} */
let opened;
let created = false;

/** Open the database; resolves with it. */
export function open() {
  opened ??= request().catch((error) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

/** Return whether this page has created the database, because the phone had none. */
export function isCreated() {
  return created;
}

/**
 * Read from the object store `name`; resolves with the result of the request that `ask` makes.
 * @template T
 * @param {string} name
 * @param {(store: IDBObjectStore) => IDBRequest<T>} ask
 * @returns {Promise<T>}
 */
export function read(name, ask) {
  return using((database) => result(ask(database.transaction(name).objectStore(name))));
}

/**
 * Write to the object stores `names` in one transaction; resolves once it is on the disk, with the result of the
 * request that `work` returns.
 * @template {string} Name
 * @template [T=undefined]
 * @param {Name[]} names
 * @param {(stores: Record<Name, IDBObjectStore>) => IDBRequest<T> | void} work
 */
export function write(names, work) {
  return using(async (database) => {
    const transaction = database.transaction(names, "readwrite", DURABLE);
    const stores = names.map((name) => [name, transaction.objectStore(name)]);
    const request = work(Object.fromEntries(stores));
    await finished(transaction);
    return request?.result;
  });
}

/**
 * @template T
 * @param {(database: IDBDatabase) => Promise<T>} work
 * @returns {Promise<T>}
 */
async function using(work, again = true) {
  try {
    return await work(await open());
  } catch (error) {
    // iPhones lose the connection after some time in the background: open it again, once.
    if (!again || !(error instanceof DOMException) || error.name !== "InvalidStateError") throw error;
    opened = undefined;
    return using(work, false);
  }
}

/** @returns {Promise<IDBDatabase>} */
function request() {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, VERSION);
    asked.onupgradeneeded = () => create(asked.result);
    asked.onsuccess = () => resolve(watched(asked.result));
    asked.onerror = () => reject(asked.error);
  });
}

/** @param {IDBDatabase} database */
function create(database) {
  created = true;
  const entries = database.createObjectStore("entries", { keyPath: "seq", autoIncrement: true });
  entries.createIndex("person", "person");
  entries.createIndex("id", "id", { unique: true });
  const sent = database.createObjectStore("sent", { keyPath: "seq" });
  sent.createIndex("person", "person");
  database.createObjectStore("meta");
}

/** @param {IDBDatabase} database */
function watched(database) {
  database.onversionchange = () => database.close(); // a newer page wants to change the format
  database.onclose = () => {
    opened = undefined;
  };
  return database;
}

/**
 * @param {IDBTransaction} transaction
 * @returns {Promise<void>}
 */
function finished(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error); // comes after any onerror, and knows the reason
  });
}

/**
 * @template T
 * @param {IDBRequest<T>} asked
 * @returns {Promise<T>}
 */
function result(asked) {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}
