// What a page does about the outbox as it opens, and while it is open.

import { outdated } from "../../outbox/plan.js";
import * as store from "../../outbox/store.js";
import { bringAnswerUpToDate } from "../capture/answer.js";
import { releaseForgotten } from "../capture/deletion.js";
import { forgetDrafts } from "../drafts/index.js";
import { handsOff } from "../shared/hands.js";
import { me } from "../shared/me.js";
import { catchUp, isShown } from "./catch_up.js";
import { countLost, hadWaiting } from "./loss.js";
import { entriesMadeHere } from "./record.js";
import { makeOld, noteSeen } from "./renewal.js";
import { noteFound, sendAtOnce, sendWaiting, showOutbox } from "./sending.js";
import { hearOthers } from "./tabs.js";
import { endDeletions } from "./toast.js";

/**
 * @import { Entry, NewEntry } from "../../outbox/types.js"
 */

const A_MINUTE = 60_000; // ms

/** What the phone holds, as far as it was applied to this drawing of the page. @type {Entry[]} */
let applied = [];
/** Whether a row is not up to date because somebody types in it. */
let isBehind = false;

/**
 * Send when there is a chance for it, and follow what other pages of this phone do.
 * @param {() => void} caughtUp  is called when rows have come
 */
export function keepSending(caughtUp) {
  const look = () => showStored(isCertain);
  hearOthers((message) => {
    if (message === "left") leave();
    else if (message === "stored") look().then(caughtUp).then(showOutbox);
    else if (message === "changed") showOutbox().then(makeOld);
    else noteSeen(message);
  });
  // Saved, or cancelled: the row is drawn of what it was before.
  for (const name of ["htmx:after:swap", "click"]) {
    document.addEventListener(name, () => isBehind && look().then(caughtUp));
  }
  addEventListener("online", () => sendAtOnce(true));
  addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
  // A person who leaves the app does not come back for a deletion: it may be sent.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return endDeletions();
    look()
      .then(caughtUp)
      .then(() => sendAtOnce()); // messages do not reach a page that the phone has put to sleep
  });
  setInterval(() => !document.hidden && releaseForgotten().then(sendWaiting), A_MINUTE);
}

/**
 * Bring a page from the cache up to date: what waits, and what was sent since it was drawn, is added in its order.
 * @param {() => void} caughtUp  is called when the rows have come
 * @param {boolean} [isRenewed]  the page was drawn again: rows of what was tapped on it are not there either
 */
export async function bringUpToDate(caughtUp, isRenewed = false) {
  if (isRenewed) applied = [];
  const sent = await showStored(isShown, isRenewed ? () => [] : entriesMadeHere);
  caughtUp();
  await store.remove(outdated(sent)).catch(() => {});
  await releaseForgotten().catch(() => {});
  noteFound({ hasWaited: hadWaiting(), lost: await countLost().catch(() => 0) });
  await showOutbox();
  await sendWaiting();
}

/**
 * Apply to the page what the phone holds and the page was drawn without; returns what the phone has sent.
 * @param {(entry: Entry) => boolean} isWanted
 * @param {() => NewEntry[]} [tapped]  returns the entries of this page, whose rows it shows already
 */
async function showStored(isWanted, tapped = entriesMadeHere) {
  const [waiting, sent] = await Promise.all([store.entriesOf(me.person), store.sentOf(me.person)]).catch(nothing);
  await handsOff(); // rows that come move what is below them
  const missing = [...waiting, ...sent.filter(({ rev = 0 }) => rev > me.rev)].filter(isWanted);
  const put = catchUp(missing, [...tapped(), ...applied]); // asked now: a tap may have come while the storage was read
  bringAnswerUpToDate([...sent, ...waiting]);
  applied = missing.filter((entry) => !put.includes(entry));
  isBehind = put.length > 0;
  return sent;
}

/**
 * Return whether to show what another page has stored: its deletions only when they cannot be taken back there.
 * @param {Entry} entry
 */
function isCertain(entry) {
  return entry.state !== "held" && isShown(entry);
}

/** Another page of this phone has signed out. */
function leave() {
  forgetDrafts();
  location.replace("/");
}

/** @returns {[Entry[], Entry[]]} */
function nothing() {
  return [[], []];
}
