// What modules of the phone ask a browser for: locks, caches, and the values in IndexedDB. Each as simple as can be.

/** Give modules an empty phone; they must be imported after this. Returns its caches: by name, each a Map. */
export function openPhone() {
  const stored = new Map();
  const values = new Map();
  let free = Promise.resolve();
  const locks = {
    request: (_name, work) => {
      const done = free.then(work);
      free = done.catch(() => {});
      return done;
    },
  };
  const caches = {
    keys: async () => [...stored.keys()],
    delete: async (name) => stored.delete(name),
    open: async (name) => {
      if (!stored.has(name)) stored.set(name, new Map());
      return { put: async (path, page) => stored.get(name).set(path, page) };
    },
  };
  const meta = {
    get: (name) => asked(values.get(name)),
    put: (value, name) => asked(values.set(name, value)),
  };
  const database = { transaction: () => transactionOn(meta) };
  Object.defineProperty(globalThis, "navigator", { value: { locks }, configurable: true });
  Object.assign(globalThis, { caches, indexedDB: { open: () => asked(database) } });
  return stored;
}

function asked(result) {
  const request = { result };
  queueMicrotask(() => request.onsuccess?.());
  return request;
}

function transactionOn(store) {
  const transaction = { objectStore: () => store };
  setTimeout(() => transaction.oncomplete?.());
  return transaction;
}
