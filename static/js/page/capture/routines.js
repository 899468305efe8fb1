// The card of a routine comes with the win that made it (R8). The page knows what a win of today would make one.

import htmx from "htmx.org";
import { happenedOf } from "../../outbox/entry.js";
import { byId } from "../shared/dom.js";
import { drawn, element } from "../shared/draw.js";
import { isToday } from "./day.js";
import { isQuestionOpen } from "./question.js";

/**
 * @import { NewEntry } from "../../outbox/types.js"
 * @typedef {{ id: string, what: string, preset: string }} Near
 */

/** @type {Set<string>} */
const read = new Set(); // ids of routines that were answered on this page

/**
 * Show the card of the routine that a win has made, unless it is there or was read.
 * @param {NewEntry<"log_win">} entry
 */
export function showRoutine(entry) {
  const { what, kind } = entry.fields;
  if (isQuestionOpen()) return; // nothing is to influence the answer (R10)
  const near = isToday(happenedOf(entry)) && nearOnes().find((one) => isMadeBy(entry, one));
  if (!near || read.has(near.id) || document.getElementById(`routine-${near.id}`)) return;
  const card = element(drawn("routine", { id: near.id, what, kind }));
  if (near.preset) card.querySelector("[name=what]")?.closest("form")?.remove();
  card.dataset.made = entry.id;
  card.addEventListener("submit", () => read.add(near.id));
  byId("momentum").before(card);
  htmx.process(card);
}

/**
 * Remove the card that a win made which was taken back.
 * @param {string} id  of the win
 */
export function withdrawRoutine(id) {
  document.querySelector(`[data-made="${id}"]`)?.remove();
}

/** @returns {Near[]} */
function nearOnes() {
  return JSON.parse(document.getElementById("draw-routine")?.dataset.near ?? "[]");
}

/**
 * @param {NewEntry<"log_win">} entry
 * @param {Near} near
 */
function isMadeBy({ fields }, near) {
  const { preset = "" } = /** @type {{ preset?: string }} */ (fields);
  return preset ? preset === near.preset : !near.preset && fields.what === near.what;
}
