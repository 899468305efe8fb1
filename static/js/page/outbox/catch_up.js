// What this phone holds, shown on the page: entries that the page does not know of yet, and the
// state of each that has not reached the server.

import htmx from "htmx.org";
import { dayOf, subject } from "../../outbox/entry.js";
import { isStepOf } from "../decisions/rows.js";
import { goalOf, showGoal } from "../goals/rows.js";
import { element } from "../shared/draw.js";
import { here } from "../shared/moments.js";
import { me, say } from "../shared/words.js";
import { rowOf, VERBS } from "./verbs.js";

const ADDING = new Set(["log_win", "open_decision"]);
const MARKED = [".win", ".goal", ".decision"].map((row) => `${row}[data-state]`).join();

/**
 * Bring the page to where the phone is: apply, in order, every entry it was drawn without. What was
 * `tapped` here meanwhile shows already; it is applied again only where an older one came late.
 */
export function catchUp(entries, tapped) {
  const ours = new Set(tapped.map(({ id }) => id));
  const missing = entries.filter(({ id }) => !ours.has(id));
  const late = new Set(missing.map(placeOf));
  const again = tapped.filter((entry) => entry.seq && late.has(placeOf(entry)));
  for (const entry of [...missing, ...again].sort((a, b) => a.seq - b.seq)) {
    APPLY[entry.verb]?.(entry, ours.has(entry.id));
    showGoal(entry);
  }
}

/** Mark each row with the state of the entries about it; the rest are sent. */
export function markStates(entries, inFlight = new Set()) {
  const wanted = new Map();
  for (const entry of entries) {
    const row = rowOf(entry) ?? goalOf(entry);
    if (row && entry.state !== "held") wanted.set(row, stateOf(entry, inFlight));
  }
  for (const row of document.querySelectorAll(MARKED)) if (!wanted.has(row)) setState(row, "", "");
  for (const [row, [state, text]] of wanted) setState(row, state, text);
}

/** Let the question go, answered or put off. */
export function closeQuestion() {
  const ask = document.getElementById("ask");
  const link = document.getElementById("check-in-link");
  if (ask && link) [ask.hidden, link.hidden] = [true, false];
}

const APPLY = {
  log_win(entry, tapped) {
    const todays = isToday(entry) && document.getElementById("todays-wins");
    const list = todays || document.getElementById("unsent-wins");
    if (list) put(list, "prepend", entry, tapped);
  },
  edit_win(entry) {
    const row = rowOf(entry);
    if (row && !row.querySelector("form")) replace(row, VERBS.edit_win.answer(entry));
  },
  undo(entry) {
    const row = rowOf(entry);
    if (row && isStepOf(row, entry.fields.target)) replace(row, VERBS.undo.answer(entry));
    else row?.remove();
  },
  check_in() {
    if (!document.getElementById("answer")?.childElementCount) closeQuestion();
  },
  defer_check_in(entry) {
    if (isToday(entry)) closeQuestion();
  },
  open_decision(entry, tapped) {
    const list = document.getElementById("open-decisions");
    if (list) put(list, "append", entry, tapped);
  },
  decide: step,
  reopen_decision: step,
};

function step(entry) {
  const row = rowOf(entry);
  if (row) replace(row, VERBS[entry.verb].answer(entry));
}

function isToday({ at, offset }) {
  const now = here();
  return dayOf(at, offset, me.dayStart) === dayOf(now.at, now.offset, me.dayStart);
}

// What an entry changes: a list that rows are added to, else one row.
function placeOf(entry) {
  return ADDING.has(entry.verb) ? entry.verb : subject(entry);
}

// The row that a tap put there before older ones moves past them; while htmx is at it, it is left alone.
function put(list, where, entry, tapped) {
  const shown = rowOf(entry);
  if (shown && tapped) return list[where](shown);
  if (shown || tapped) return;
  const row = element(VERBS[entry.verb].answer(entry));
  list[where](row);
  htmx.process(row);
}

function replace(row, html) {
  const fresh = element(html);
  row.replaceWith(fresh);
  htmx.process(fresh);
}

function stateOf({ id, state, reason }, inFlight) {
  if (state === "refused") return [state, reason];
  const now = inFlight.has(id) ? "sending" : state;
  return [now, say(`row_${now}`)];
}

// What stands there already is left alone: with many rows waiting, each tap would lay them all out anew.
function setState(row, state, text) {
  const place = row.querySelector(".win__state, .goal__state, .decision__state");
  if ((row.dataset.state ?? "") === state && (place?.textContent ?? text) === text) return;
  row.dataset.state = state;
  if (!state) delete row.dataset.state;
  if (place) place.textContent = text;
}
