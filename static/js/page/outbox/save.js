// Storing an entry: by the store worker once it is up, else by the page itself.

import { add } from "../../outbox/store.js";
import { newId } from "../shared/ids.js";

/**
 * @import { StoreWorkerMessage } from "../../outbox/messages.js"
 * @import { Entry, NewEntry } from "../../outbox/types.js"
 */

const PATIENCE = 1_000; // ms
/** @type {Map<string, (stored?: Entry) => void>} */
const waiting = new Map();
/** @type {Worker | undefined} */
let storeWorker;

/** Start the store worker; where the browser has no workers the page goes on without. */
export function startStoreWorker() {
  if (!("Worker" in window && "BroadcastChannel" in window)) return;
  const name = `store-${newId()}`; // of this tab alone: channels reach all of them
  const worker = new Worker(__STORE_WORKER__, { name });
  worker.onerror = () => {
    storeWorker = undefined;
  };
  new BroadcastChannel(name).onmessage = (/** @type {MessageEvent<StoreWorkerMessage>} */ { data }) => {
    if ("up" in data) storeWorker = worker;
    else waiting.get(data.id)?.(data.stored);
  };
}

/**
 * Store an entry; resolves with it and its `seq` when it is durably stored.
 * @param {NewEntry} entry
 */
export async function saveEntry(entry) {
  // A second try under the same id cannot double it: the store takes an id once, and so does the server.
  return (storeWorker && (await byWorker(storeWorker, entry))) ?? add(entry);
}

/**
 * @param {Worker} worker
 * @param {NewEntry} entry
 * @returns {Promise<Entry | undefined>}
 */
function byWorker(worker, entry) {
  /** @type {Promise<Entry | undefined>} */
  const stored = new Promise((resolve) => {
    waiting.set(entry.id, resolve);
    setTimeout(resolve, PATIENCE);
    worker.postMessage(entry);
  });
  return stored.finally(() => waiting.delete(entry.id));
}
