// The sender of this page or worker: over IndexedDB, under a lock that all of them share.

import { sendable } from "./sendable.js";
import { Sender } from "./sender.js";
import { removeSent, update } from "./store.js";

/**
 * @import { Lock } from "./sender.js"
 * @import { Listeners, Trouble } from "./types.js"
 */

/** @type {Lock} */
const lock = navigator.locks ? (work) => navigator.locks.request("outbox", work) : oneAfterAnother();

/** The sending that waits for its turn: what is asked for until then is one with it. @type {Promise<Trouble> | undefined} */
let waiting;
/** @type {Lock} */
const inTurn = (work) =>
  lock(() => {
    waiting = undefined;
    return work();
  });

const sender = new Sender({
  store: { sendable, update },
  lock: inTurn,
  fetch: (path, options) => fetch(path, options),
});

/**
 * Send what waits of `person`; when the session has ended, delete from the phone what was sent.
 * @param {string} person
 * @param {Listeners & { force?: boolean }} [options]
 */
export async function send(person, options) {
  waiting ??= sender.send(person, options).finally(() => {
    waiting = undefined;
  });
  const trouble = await waiting;
  if (trouble === "sign_in") await removeSent().catch(() => {});
  return trouble;
}

/** End the pause after failures, and give up a request that hangs; see Sender. */
export function wake(onNewLine = false) {
  sender.wake(onNewLine);
}

/** On plain http there are no Web Locks. Two tabs may then send the same entry: it is stored once. */
function oneAfterAnother() {
  /** @type {Promise<Trouble | void>} */
  let last = Promise.resolve();
  return (/** @type {() => Promise<Trouble>} */ work) => {
    const next = last.then(work, work);
    last = next;
    return next;
  };
}
