// A whole phone in memory: locks, caches, IndexedDB, what pages keep, and the line to the server.

import { openStorage } from "./indexed_db.js";

/**
 * Give modules an empty phone; they must be imported after this. Returns its caches (by name, each a Map), what pages
 * keep (`kept`, `tab`), where the page was led to (`led`), and what was asked of the server (`asked`).
 * `answer` of it may be set: the server's.
 */
export function openWholePhone() {
  openStorage();
  const phone = { caches: new Map(), kept: keeper(), tab: keeper(), led: [], asked: [], answer: offline };
  Object.assign(globalThis, { caches: cachesOf(phone), localStorage: phone.kept, sessionStorage: phone.tab });
  globalThis.fetch = async (request, options) => {
    phone.asked.push({ request, options });
    return phone.answer(request, options);
  };
  Object.defineProperty(globalThis, "navigator", { value: { locks: locks(), onLine: true }, configurable: true });
  return phone;
}

/** The answer of a phone without a connection. */
export async function offline() {
  throw new TypeError("no connection");
}

function keeper() {
  const methods = {
    getItem(name) {
      return this[name] ?? null;
    },
    setItem(name, value) {
      this[name] = value;
    },
    removeItem(name) {
      delete this[name];
    },
  };
  return Object.create(methods);
}

function cachesOf({ caches }) {
  const matchIn = (name, asked) => {
    const path = typeof asked === "string" ? asked : new URL(asked.url).pathname;
    return caches.get(name)?.get(path)?.clone();
  };
  return {
    keys: async () => [...caches.keys()],
    delete: async (name) => caches.delete(name),
    match: async (path, { cacheName }) => matchIn(cacheName, path),
    open: async (name) => {
      if (!caches.has(name)) caches.set(name, new Map());
      return {
        put: async (path, page) => void caches.get(name).set(path, page),
        match: async (path) => matchIn(name, path),
      };
    },
  };
}

function locks() {
  let free = Promise.resolve();
  return {
    request: (_name, ...rest) => {
      const done = free.then(rest.at(-1));
      free = done.catch(() => {});
      return done;
    },
  };
}
