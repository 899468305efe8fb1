// The state of each entry that has not reached the server, shown on the row that it is about.

import { rowOfGoal } from "../goals/rows.js";
import { all } from "../shared/dom.js";
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
const MARKED = [".win", ".goal", ".goal-line", ".decision", ".checkin"].map((row) => `${row}[data-state]`).join();

/**
 * Mark each row with the state of the entries about it; a row without any is sent.
 * @param {Entry[]} entries
 * @param {Set<string>} inFlight  ids of those that are being sent
 */
export function markStates(entries, inFlight) {
  /** @type {Map<HTMLElement, { state: string, text: string }>} */
  const marks = new Map();
  for (const entry of entries) {
    const row = rowOf(entry) ?? rowOfGoal(entry);
    if (row && entry.state !== "held") marks.set(row, markOf(entry, inFlight));
  }
  for (const row of all(document, MARKED)) if (!marks.has(row)) mark(row, { state: "", text: "" });
  for (const [row, shown] of marks) mark(row, shown);
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
