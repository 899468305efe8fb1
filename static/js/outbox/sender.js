// The sender of this page or worker: over IndexedDB, under a lock that all of them share.

import { makeSender } from "./send.js";
import * as store from "./store.js";

const lock = navigator.locks ? (work) => navigator.locks.request("outbox", work) : oneAfterAnother();

const sender = makeSender({ store, lock, fetch: (...asked) => fetch(...asked) });

export const { wake } = sender;

/** Send what waits of `person`; told that the session has ended, the phone lets go of what was sent. */
export async function send(person, options) {
  const trouble = await sender.send(person, options);
  if (trouble === "sign_in") await store.dropSent().catch(() => {});
  return trouble;
}

function oneAfterAnother() {
  // On plain http there are no Web Locks. Two tabs may then send the same entry: it is stored once.
  let last = Promise.resolve();
  return (work) => (last = last.then(work, work));
}
