// A worker of the page that only stores entries. A page learns about its own writes after the next frame
// at the earliest, so that a tap would be confirmed one frame later. See docs/decisions/phone/0008.

import { add, warmUp } from "./store.js";

/**
 * @import { StoreWorkerMessage } from "./messages.js"
 * @import { NewEntry } from "./types.js"
 */

// After a tap Chromium delays what IndexedDB and worker.postMessage say to a page; a channel is not delayed.
const page = new BroadcastChannel(self.name);

self.onmessage = async (/** @type {MessageEvent<NewEntry>} */ { data: entry }) => {
  const stored = await add(entry).catch(() => undefined);
  post({ id: entry.id, stored });
};
warmUp().then(() => post({ up: true }));

/** @param {StoreWorkerMessage} message */
function post(message) {
  page.postMessage(message);
}
