// An IndexedDB in memory, as much of it as the scripts use: stores with keys and indexes, cursors, one database.

/** Give modules a database that does not exist yet; they must be imported after this. */
export function openStorage() {
  const stores = new Map();
  const database = {
    createObjectStore(name, { keyPath = "", autoIncrement = false } = {}) {
      stores.set(name, { rows: new Map(), keyPath, autoIncrement, last: 0 });
      return { createIndex() {} };
    },
    transaction: () => transactionOn(stores),
    close() {},
  };
  let isCreated = false;
  globalThis.IDBKeyRange = { lowerBound: (after) => ({ after }) };
  globalThis.indexedDB = {
    open() {
      const asked = { result: database };
      queueMicrotask(() => {
        if (!isCreated) asked.onupgradeneeded();
        isCreated = true;
        asked.onsuccess();
      });
      return asked;
    },
  };
}

function transactionOn(stores) {
  const transaction = { objectStore: (name) => storeOf(stores.get(name)) };
  setTimeout(() => transaction.oncomplete?.());
  return transaction;
}

function storeOf(store) {
  const { rows, keyPath } = store;
  const values = () => [...rows.values()];
  const put = (value, key = value[keyPath] ?? ++store.last) => {
    rows.set(key, keyPath ? { ...value, [keyPath]: key } : value);
    return key;
  };
  return {
    put: (value, key) => asked(() => put(value, key)),
    add: (value) => asked(() => put(value)),
    get: (key) => asked(() => rows.get(key)),
    getAll: ({ after }, most) =>
      asked(() =>
        values()
          .filter((row) => row[keyPath] > after)
          .slice(0, most),
      ),
    delete: (key) => asked(() => void rows.delete(key)),
    index: (field) => ({
      getAll: (key) => {
        if (key === null) throw new DOMException("no key", "DataError"); // as browsers do
        return asked(() => values().filter((row) => key === undefined || row[field] === key));
      },
    }),
    openCursor: (only) => cursorOver(rows, only),
  };
}

/** A cursor, over all rows or the one with a key; each step comes in a turn of its own. */
function cursorOver(rows, only) {
  const keys = [...rows.keys()].filter((key) => only === undefined || key === only);
  const request = {};
  const step = () => {
    const key = keys.shift();
    request.result = key === undefined ? null : at(key);
    request.onsuccess?.();
  };
  const at = (key) => ({
    value: rows.get(key),
    delete: () => rows.delete(key),
    update: (value) => rows.set(key, value),
    continue: step,
  });
  queueMicrotask(step);
  return request;
}

function asked(work) {
  const request = { result: work() };
  queueMicrotask(() => request.onsuccess?.());
  return request;
}
