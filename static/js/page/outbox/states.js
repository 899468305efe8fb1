// The state of each entry that has not reached the server, shown on the row that it is about.

import { rowOfGoal } from "../goals/rows.js";
import { say } from "../shared/words.js";
import { rowOf } from "./verbs.js";

/**
 * @import { Entry } from "../../outbox/types.js"
 */

/**
 * How rows were marked last, and where; what is drawn again is another element.
 * @type {WeakMap<HTMLElement, { mark: string, label: Element | null }>}
 */
const marked = new WeakMap();
/** The rows with a mark. @type {Set<HTMLElement>} */
let shown = new Set();

/**
 * Mark each row with the state of the entries about it; a row without any is sent. Returns those with a mark.
 * @param {Entry[]} entries
 * @param {Set<string>} inFlight  ids of those that are being sent
 */
export function markStates(entries, inFlight) {
  const before = shown;
  shown = new Set();
  const rows = markRows(entries, inFlight);
  for (const row of before) if (!rows.has(row)) mark(row, { state: "", text: "" });
  return rows;
}

/**
 * Mark the rows that these entries are about; returns them. Others are not looked at.
 * @param {Entry[]} entries  in their order: the last one about a row is shown
 * @param {Set<string>} inFlight
 */
export function markRows(entries, inFlight) {
  /** @type {Map<HTMLElement, { state: string, text: string }>} */
  const marks = new Map();
  for (const entry of entries) {
    const row = rowOf(entry) ?? rowOfGoal(entry);
    if (row && entry.state !== "held") marks.set(row, markOf(entry, inFlight));
  }
  for (const [row, how] of marks) {
    mark(row, how);
    shown.add(row);
  }
  return marks;
}

/**
 * @param {Entry} entry
 * @param {Set<string>} inFlight
 */
function markOf({ id, state, reason = "" }, inFlight) {
  if (state === "refused") return { state, text: reason };
  const shown = inFlight.has(id) ? "sending" : state;
  return { state: shown, text: say(`row_${shown}`) };
}

/**
 * A row that is marked so already is left alone: with many rows waiting, each tap would lay all of them out again.
 * @param {HTMLElement} row
 * @param {{ state: string, text: string }} mark
 */
function mark(row, { state, text }) {
  const before = marked.get(row);
  if (before?.mark === `${state} ${text}` && before.label?.isConnected) return;
  const label = row.querySelector(".win__state, .goal__state, .decision__state, .checkin__state");
  marked.set(row, { mark: `${state} ${text}`, label });
  if ((row.dataset.state ?? "") === state && (label?.textContent ?? text) === text) return;
  row.dataset.state = state;
  if (!state) delete row.dataset.state;
  if (label) label.textContent = text;
}
