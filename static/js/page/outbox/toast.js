// The way back from the last tap: stays long enough to be reached with one thumb.

import htmx from "htmx.org";
import { subject } from "../../outbox/entry.js";
import { drawn, element } from "../shared/draw.js";
import { say } from "../shared/words.js";
import { VERBS } from "./verbs.js";

const STAYS = 8_000;
const place = document.getElementById("toast");
let timer;
let ended;

/** Offer to take back what was just recorded. */
export function offerUndo(entry) {
  const undo = VERBS[entry.verb].undo;
  if (!undo) return;
  const says = say(undo.says, entry.fields.rating);
  show(element(drawn(undo.name, { id: entry.id, of: subject(entry), says })));
}

/** Offer the way back from a deletion; `over` hears when it is gone, whether taken or not. */
export function offerWayBack(entry, takeBack, over) {
  const toast = element(drawn("deleted-win", { id: entry.id }));
  toast.querySelector("button").onclick = () => takeBack(entry.id).then(clearToast);
  show(toast, over);
}

/** Nothing to take back any more. */
export function clearToast() {
  clearTimeout(timer);
  place.replaceChildren();
  const told = ended;
  ended = undefined;
  told?.();
}

function show(toast, over) {
  clearToast();
  ended = over;
  place.append(toast);
  htmx.process(toast);
  leaveLater();
  // A person who is on the button is not to lose it.
  toast.addEventListener("focusin", () => clearTimeout(timer));
  toast.addEventListener("focusout", leaveLater);
}

function leaveLater() {
  clearTimeout(timer);
  timer = setTimeout(clearToast, STAYS);
}
