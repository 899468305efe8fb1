// The toasts that take taps back: each stays long enough to be reached with one thumb.

import htmx from "htmx.org";
import { subjectOf } from "../../outbox/entry.js";
import { all, byId, first } from "../shared/dom.js";
import { drawn, element } from "../shared/draw.js";
import { say } from "../shared/words.js";
import { announce } from "./announce.js";
import { verbOf } from "./verbs.js";

/**
 * @import { NewEntry } from "../../outbox/types.js"
 */

const STAYS = 8_000; // ms
const MOST_DELETIONS = 3; // at once; each takes a line above the tabs
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
/** @type {(() => void)[]} */
let deletions = []; // what ends each offer to take a deletion back, the oldest first

/**
 * Offer to take back what was just recorded, if it can be. Only the last tap has this offer.
 * @param {NewEntry} entry
 */
export function offerUndo(entry) {
  const { undo } = verbOf(entry.verb);
  if (!undo) return;
  clearToast();
  const rating = "rating" in entry.fields ? entry.fields.rating : undefined;
  const toast = element(drawn(undo.name, { id: entry.id, of: subjectOf(entry), says: say(undo.says, rating) }));
  show(toast, clearToast, (started) => {
    timer = started;
  });
}

/**
 * Offer to take a deletion back. Other taps and other deletions leave the offer where it is.
 * @param {NewEntry} entry
 * @param {string} what  was deleted
 * @param {(id: string) => Promise<void>} takeBack
 * @param {(id: string) => void} ended  is called when the offer ends, taken or not
 */
export function offerTakingBack({ id }, what, takeBack, ended) {
  const toast = element(drawn("deleted", { what }));
  const end = () => {
    if (!deletions.includes(end)) return;
    deletions = deletions.filter((other) => other !== end);
    toast.remove();
    ended(id);
  };
  deletions.push(end);
  if (deletions.length > MOST_DELETIONS) deletions[0]();
  first(toast, "button").onclick = () => takeBack(id).then(end);
  show(toast, end);
}

/** Remove the toast of the last tap, if there is one: it cannot be taken back any more. */
export function clearToast() {
  clearTimeout(timer);
  for (const toast of all(byId("toast"), "[data-verb]")) toast.remove();
  announce("");
}

/** End all offers to take deletions back. */
export function endDeletions() {
  for (const end of deletions) end();
}

/**
 * @param {HTMLElement} toast
 * @param {() => void} clear
 * @param {(timer: ReturnType<typeof setTimeout>) => void} [noteTimer]
 */
function show(toast, clear, noteTimer) {
  byId("toast").append(toast);
  htmx.process(toast);
  announce(`${first(toast, ".toast__says").textContent}. ${say("undo_offered")}`);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let started;
  const clearLater = () => {
    clearTimeout(started);
    started = setTimeout(clear, STAYS);
    noteTimer?.(started);
  };
  clearLater();
  // A person who is on the button must not lose it.
  toast.addEventListener("focusin", () => clearTimeout(started));
  toast.addEventListener("focusout", clearLater);
}
