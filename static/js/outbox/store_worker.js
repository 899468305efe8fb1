// A worker of the page that only keeps entries: a page hears of its own writes after the next frame
// at the earliest, and a tap would be confirmed a frame later. See docs/decisions/0008.

import { add, warmUp } from "./store.js";

// Chromium puts off what IndexedDB and worker.postMessage tell a page after a tap; a channel gets through.
const answers = new BroadcastChannel(self.name);

self.onmessage = async ({ data: entry }) => {
  try {
    answers.postMessage({ id: entry.id, kept: await add(entry) });
  } catch {
    answers.postMessage({ id: entry.id });
  }
};
warmUp().then(() => answers.postMessage({ up: true }));
