// The lines of a review that wait on this phone, or were not accepted: each is a row until the server's takes its place.

import { entriesOf } from "../../outbox/store.js";
import { all, byId } from "../shared/dom.js";
import { drawn, element } from "../shared/draw.js";
import { me } from "../shared/me.js";

/**
 * @import { Entry } from "../../outbox/types.js"
 */

/**
 * Show those that wait for this review, and only them.
 * @param {HTMLElement} room
 */
export async function listWaiting({ dataset: { review } }) {
  const entries = await entriesOf(me.person).catch(() => []);
  const lines = entries.filter((one) => one.verb === "add_line" && one.fields.review === review);
  for (const row of all(document, ".line--waits")) if (!lines.some(({ id }) => isRowOf(row, id))) row.remove();
  for (const line of lines) showWaiting(line);
}

/**
 * Show a line at the end of the list; one of another step only where all that wait are listed.
 * @param {Entry} entry
 */
export function showWaiting(entry) {
  const list = document.getElementById("room-waiting") ?? listFor(entry);
  const before = document.getElementById(`waits-${entry.id}`);
  if (!list || document.getElementById(`line-${entry.id}`)) return before?.remove();
  const row = element(drawn("line", valuesOf(entry)));
  for (const part of all(row, "[data-for]")) part.hidden = part.dataset.for !== stateOf(entry);
  if (before) before.replaceWith(row);
  else list.append(row);
  return undefined;
}

/** @param {Entry} entry */
function listFor(entry) {
  const { step } = byId("room").dataset;
  return entry.verb === "add_line" && entry.fields.step === step ? document.getElementById("room-lines") : null;
}

/** @param {Entry} entry */
function valuesOf({ id, reason = "", fields }) {
  return { id, reason, what: "what" in fields ? fields.what : "" };
}

/** @param {Entry} entry */
function stateOf({ state }) {
  return state === "refused" ? "refused" : "waits";
}

/**
 * @param {HTMLElement} row
 * @param {string} id
 */
function isRowOf(row, id) {
  return row.id === `waits-${id}`;
}
