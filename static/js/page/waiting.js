// What this phone holds, shown on the page: entries that the page does not know of yet, and the
// state of each that has not reached the server.

import htmx from "htmx.org";
import { dayOf } from "../outbox/entry.js";
import { drawn, edited, element, winIn, winOf } from "./draw.js";
import { goalOf, showGoal } from "./goals.js";
import { here } from "./place.js";
import { VERBS, rowOf } from "./verbs.js";
import { me, say } from "./words.js";

/** Bring the page to where the phone is: apply, in order, every entry it was drawn without. */
export function catchUp(entries) {
  for (const entry of entries) {
    APPLY[entry.verb]?.(entry);
    showGoal(entry);
  }
}

/** Mark each row with the state of the entries about it; the rest are sent. */
export function markStates(entries, inFlight = new Set()) {
  for (const row of document.querySelectorAll(".win[data-state], .goal[data-state]")) setState(row, "", "");
  for (const entry of entries) {
    const row = rowOf(entry) ?? goalOf(entry);
    if (!row) continue;
    if (entry.state === "refused") setState(row, "refused", entry.reason);
    else mark(row, inFlight.has(entry.id) ? "sending" : entry.state);
  }
}

/** Let the question go, answered or put off. */
export function closeQuestion() {
  const ask = document.getElementById("ask");
  const link = document.getElementById("check-in-link");
  if (ask && link) [ask.hidden, link.hidden] = [true, false];
}

const APPLY = {
  log_win(entry) {
    const list = document.getElementById("todays-wins");
    if (list && !rowOf(entry) && isToday(entry)) add(list, drawn("win", winOf(entry)));
    const unsent = document.getElementById("unsent-wins");
    if (unsent && !rowOf(entry)) add(unsent, drawn("win", winOf(entry)));
  },
  edit_win(entry) {
    const row = rowOf(entry);
    if (row && !row.querySelector("form")) replace(row, VERBS.edit_win.answer(entry));
  },
  undo(entry) {
    rowOf(entry)?.remove();
  },
  check_in: closeQuestion,
  defer_check_in(entry) {
    if (isToday(entry)) closeQuestion();
  },
};

function isToday({ at, offset }) {
  const now = here();
  return dayOf(at, offset, me.dayStart) === dayOf(now.at, now.offset, me.dayStart);
}

function add(list, html) {
  const row = element(html);
  list.prepend(row);
  htmx.process(row);
}

function replace(row, html) {
  const fresh = element(html);
  row.replaceWith(fresh);
  htmx.process(fresh);
}

function mark(row, state) {
  setState(row, state, say(`row_${state}`));
}

function setState(row, state, text) {
  row.dataset.state = state;
  if (!state) delete row.dataset.state;
  const place = row.querySelector(".win__state");
  if (place) place.textContent = text;
}
