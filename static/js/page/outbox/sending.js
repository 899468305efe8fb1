// Sending from this page, and showing meanwhile what the phone holds.

import { showBadge } from "../../outbox/badge.js";
import { send, wake } from "../../outbox/send.js";
import * as store from "../../outbox/store.js";
import { handsOff } from "../shared/hands.js";
import { me } from "../shared/me.js";
import { noteStopped } from "../today/fold.js";
import { showDay } from "../today/momentum.js";
import { prepareForLater } from "./later.js";
import { noteWaiting } from "./loss.js";
import { showUnsent } from "./on_this_phone.js";
import { markRows, markStates } from "./states.js";
import { showEvent, showStatus, showWaitingCount } from "./status.js";
import { Tally } from "./summary.js";
import { tellOthers } from "./tabs.js";

/**
 * @import { Entry, Trouble } from "../../outbox/types.js"
 */

const A_SECOND = 1_000; // ms
/**
 * What the page knows. `tally`: the entries as they were read last, and those that were tapped here since; `isOld`:
 * some have changed since then; `changes`: how often; `readAt`: when (ms since the page began). `lost`: how many entries
 * the phone has lost.
 */
const known = {
  trouble: /** @type {Trouble} */ (""),
  hasWaited: false,
  lost: 0,
  inFlight: /** @type {Set<string>} */ (new Set()),
  tally: new Tally(),
  isOld: true,
  changes: 0,
  readAt: -A_SECOND,
};
const A_WHILE = 300; // ms; without a connection a hundred rows would turn to "sending" and back at each tap
/** @type {ReturnType<typeof setTimeout> | undefined} */
let marking;

/**
 * Note what was found as the page opened.
 * @param {{ hasWaited: boolean, lost: number }} found
 */
export function noteFound({ hasWaited, lost }) {
  known.hasWaited ||= hasWaited;
  known.lost = lost;
}

/** Show what the phone holds now. */
export async function showOutbox() {
  const { changes } = known;
  const entries = await store.entriesOf(me.person).catch(() => null);
  await handsOff(); // rows move into the fold, or are drawn again
  showDay();
  if (!entries) return; // what cannot be read now may still wait
  const isOld = known.changes !== changes; // something has changed while it was read
  Object.assign(known, { tally: new Tally(entries), isOld, readAt: performance.now() });
  noteStopped(markStates(entries, known.inFlight));
  showUnsent(entries);
  show();
}

/**
 * Note an entry at the moment when it is stored: what is known of the others stays true.
 * @param {Entry} entry
 */
export function noteStored(entry) {
  known.changes += 1;
  known.tally.add(entry);
}

/**
 * Show what a tap has stored. No other entry is read, and no other row is looked at: hundreds may wait.
 * @param {Entry} entry
 */
export async function showTapped({ id }) {
  if (known.isOld) return showOutbox();
  known.readAt = performance.now();
  showDay(true);
  markAgain([id]); // unless it is sent by now
  return show();
}

/** Note that entries have changed that this page knows. */
export function noteChange() {
  known.changes += 1;
  known.isOld = true;
}

function show() {
  const { tally, trouble, lost } = known;
  const summary = tally.summary(trouble, known.hasWaited);
  known.hasWaited ||= summary.waiting > 0;
  const { things } = tally;
  noteWaiting(things.size);
  showBadge(things.size);
  showWaitingCount(things);
  if (lost && !tally.entries.size) showEvent("cleared", lost);
  else showStatus(summary);
}

/** Send now, even during a pause after failures; see Sender.wake. */
export function sendAtOnce(onNewLine = false) {
  wake(onNewLine);
  return sendWaiting();
}

/** Send what waits, and show how that ended. */
export async function sendWaiting() {
  const { trouble } = known;
  known.trouble = await send(me.person, { sending, changed, failed: noteChange }).catch(() => "later");
  endMarking();
  if (known.trouble) prepareForLater();
  if (known.isOld || performance.now() - known.readAt > A_SECOND) await showOutbox();
  else if (known.trouble !== trouble) show();
}

/** @param {Entry[]} batch */
function sending(batch) {
  clearTimeout(marking);
  marking = setTimeout(() => {
    const ids = batch.map(({ id }) => id);
    known.inFlight = new Set(ids);
    if (known.isOld) showOutbox();
    else markAgain(ids);
  }, A_WHILE);
}

/** No row is being sent any more. */
function endMarking() {
  clearTimeout(marking);
  const ids = [...known.inFlight];
  known.inFlight = new Set();
  if (!known.isOld) markAgain(ids);
}

/** @param {string[]} ids  of entries */
function markAgain(ids) {
  const entries = ids.flatMap((id) => known.tally.entries.get(id) ?? []);
  markRows(entries, known.inFlight);
}

function changed() {
  noteChange();
  endMarking();
  tellOthers("changed");
}
