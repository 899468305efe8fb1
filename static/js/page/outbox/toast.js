// The toasts that take taps back: each stays long enough to be reached with one thumb.

import htmx from "htmx.org";
import { subjectOf } from "../../outbox/entry.js";
import { placedWords } from "../capture/moved.js";
import { openWin } from "../capture/rows.js";
import { isBare } from "../capture/win_row.js";
import { announce } from "../shared/announce.js";
import { all, byId, closest, first } from "../shared/dom.js";
import { drawn, element } from "../shared/draw.js";
import { say } from "../shared/words.js";
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
  const done = say(undo.says, rating);
  const words = entry.verb === "log_win" && placedWords(entry);
  const toast = element(drawn(undo.name, { id: entry.id, of: subjectOf(entry), says: words || done }));
  offerWords(toast, entry);
  const sentence = words ? `${done}: ${saidIn(toast)}` : done;
  show(toast, `${sentence}. ${say("undo_offered")}`, clearToast, noteTimer);
}

/**
 * Say what became of a tap that has no Undo.
 * @param {string} name  of the template
 * @param {object} values
 */
export function tell(name, values) {
  clearToast();
  const toast = element(drawn(name, values));
  show(toast, saidIn(toast), clearToast, noteTimer);
}

/** Let Cancel end the offer of the tap before: it would be taken for what became of this one. */
export function wireToasts() {
  document.addEventListener("click", (event) => closest(event, "[data-cancel]") && clearToast());
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
  first(toast, "button").onclick = async () => {
    await takeBack(id);
    end();
    announce(say("taken_back"));
  };
  show(toast, `${saidIn(toast)}. ${say("undo_offered")}`, end);
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
 * A win that was logged without words can have them now; another one needs no such button.
 * @param {HTMLElement} toast
 * @param {NewEntry} entry
 */
function offerWords(toast, { id, verb, fields }) {
  /** @type {HTMLElement | null} */
  const button = toast.querySelector("[data-words]");
  if (!button) return;
  if (verb !== "log_win" || !isBare(fields) || fields.happened) return button.remove();
  button.onclick = () => {
    clearToast();
    openWin(id);
  };
}

/** @param {HTMLElement} toast */
function saidIn(toast) {
  return first(toast, ".toast__says").textContent.replace(/\s+/g, " ").trim();
}

/** @param {ReturnType<typeof setTimeout>} started */
function noteTimer(started) {
  timer = started;
}

/**
 * @param {HTMLElement} toast
 * @param {string} sentence  for screen readers
 * @param {() => void} clear
 * @param {(timer: ReturnType<typeof setTimeout>) => void} [noteTimer]
 */
function show(toast, sentence, clear, noteTimer) {
  byId("toast").append(toast);
  htmx.process(toast);
  announce(sentence);
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
