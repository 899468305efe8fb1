// The sender of this page or worker: over IndexedDB, under a lock that all of them share.

import { makeSender } from "./send.js";
import * as store from "./store.js";

const lock = navigator.locks
  ? (work) => navigator.locks.request("outbox", work)
  : oneAfterAnother();

export const { send, wake } = makeSender({ store, lock, fetch: (...asked) => fetch(...asked) });

function oneAfterAnother() {
  // On plain http there are no Web Locks. Two tabs may then send the same entry: it is stored once.
  let last = Promise.resolve();
  return (work) => (last = last.then(work, work));
}
