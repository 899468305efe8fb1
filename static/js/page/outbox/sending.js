// Sending from this page, and showing meanwhile what the phone holds.

import { showBadge } from "../../outbox/badge.js";
import { isWaiting } from "../../outbox/entry.js";
import { send, wake } from "../../outbox/send.js";
import * as store from "../../outbox/store.js";
import { thingsIn } from "../../outbox/things.js";
import { showMomentum } from "../capture/momentum.js";
import { me } from "../shared/me.js";
import { noteWaiting } from "./loss.js";
import { markStates } from "./states.js";
import { showEvent, showStatus, showWaitingCount } from "./status.js";
import { askToPersist } from "./storage.js";
import { tellOthers } from "./tabs.js";
import { showUnsent } from "./unsent.js";

/**
 * @import { Entry, Trouble } from "../../outbox/types.js"
 */

/** What the page knows besides the entries. `lost`: how many entries the phone has lost. */
const known = {
  trouble: /** @type {Trouble} */ (""),
  hasWaited: false,
  lost: 0,
  inFlight: /** @type {Set<string>} */ (new Set()),
};
let hasAskedForSafety = false;

const A_WHILE = 300; // ms; without a connection a hundred rows would turn to "sending" and back at each tap
/** @type {ReturnType<typeof setTimeout> | undefined} */
let marking;

const A_SECOND = 1_000; // ms; with hundreds of waiting entries each reading of all takes several milliseconds
/** What was read last, and when (ms since the page began). */
const read = { entries: /** @type {Entry[]} */ ([]), at: -A_SECOND };

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
  const entries = await store.entriesOf(me.person).catch(() => null);
  showMomentum();
  if (!entries) return; // what cannot be read now may still wait
  Object.assign(read, { entries, at: performance.now() });
  show(entries);
}

/** Show it after something that changed no entry: it is not read again if that was done a moment ago. */
async function showAgain() {
  if (performance.now() - read.at > A_SECOND) await showOutbox();
  else show(read.entries);
}

function noteChange() {
  read.at = -A_SECOND;
}

/** @param {Entry[]} entries */
function show(entries) {
  known.hasWaited ||= entries.some(isWaiting);
  const things = thingsIn(entries);
  noteWaiting(things.size);
  showBadge(things.size);
  showWaitingCount(things);
  markStates(entries, known.inFlight);
  showUnsent(entries);
  if (known.lost && !entries.length) showEvent("cleared", known.lost);
  else showStatus(entries, known.trouble, known.hasWaited);
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
  const wasMarked = endMarking();
  if (known.trouble) prepareForLater();
  const isNew = wasMarked || known.trouble !== trouble || performance.now() - read.at > A_SECOND;
  if (isNew) await showAgain();
}

/** From here on the phone's storage is all there is: the moment to ask for its promise. */
function prepareForLater() {
  askForBackgroundSending();
  if (!hasAskedForSafety) askToPersist();
  hasAskedForSafety = true;
}

/** Let the service worker send when the network is back, where the browser can do that. */
function askForBackgroundSending() {
  navigator.serviceWorker?.ready.then((registration) => registration.sync?.register("outbox")).catch(() => {});
}

/** @param {Entry[]} batch */
function sending(batch) {
  clearTimeout(marking);
  marking = setTimeout(() => {
    known.inFlight = new Set(batch.map(({ id }) => id));
    showAgain();
  }, A_WHILE);
}

/** No row is being sent any more; returns whether one was marked so. */
function endMarking() {
  clearTimeout(marking);
  const wasMarked = known.inFlight.size > 0;
  known.inFlight = new Set();
  return wasMarked;
}

function changed() {
  noteChange();
  endMarking();
  tellOthers("changed");
}
