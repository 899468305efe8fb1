// The toast that takes the last tap back: it stays long enough to be reached with one thumb.

import htmx from "htmx.org";
import { subjectOf } from "../../outbox/entry.js";
import { byId, first } from "../shared/dom.js";
import { drawn, element } from "../shared/draw.js";
import { say } from "../shared/words.js";
import { verbOf } from "./verbs.js";

/**
 * @import { NewEntry } from "../../outbox/types.js"
 */

const STAYS = 8_000; // ms
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
/** @type {(() => void) | undefined} */
let onEnd;

/**
 * Offer to take back what was just recorded, if it can be.
 * @param {NewEntry} entry
 */
export function offerUndo(entry) {
  const { undo } = verbOf(entry.verb);
  if (!undo) return;
  const rating = "rating" in entry.fields ? entry.fields.rating : undefined;
  show(element(drawn(undo.name, { id: entry.id, of: subjectOf(entry), says: say(undo.says, rating) })));
}

/**
 * Offer to take a deletion back.
 * @param {NewEntry} entry
 * @param {(id: string) => Promise<void>} takeBack
 * @param {() => void} ended  is called when the offer ends, taken or not
 */
export function offerTakingBack({ id }, takeBack, ended) {
  const toast = element(drawn("deleted-win", { id }));
  first(toast, "button").onclick = () => takeBack(id).then(clearToast);
  show(toast, ended);
}

/** Remove the toast, if there is one: nothing can be taken back any more. */
export function clearToast() {
  clearTimeout(timer);
  byId("toast").replaceChildren();
  const ended = onEnd;
  onEnd = undefined;
  ended?.();
}

/**
 * @param {HTMLElement} toast
 * @param {() => void} [ended]
 */
function show(toast, ended) {
  clearToast();
  onEnd = ended;
  byId("toast").append(toast);
  htmx.process(toast);
  clearLater();
  // A person who is on the button must not lose it.
  toast.addEventListener("focusin", () => clearTimeout(timer));
  toast.addEventListener("focusout", clearLater);
}

function clearLater() {
  clearTimeout(timer);
  timer = setTimeout(clearToast, STAYS);
}
