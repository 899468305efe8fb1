// The card of a routine comes with the win that made it (R8). The page knows what a win of today would make one.

import htmx from "htmx.org";
import { byId } from "../shared/dom.js";
import { drawn, element } from "../shared/draw.js";
import { isToday } from "./day.js";

/**
 * @import { NewEntry } from "../../outbox/types.js"
 * @typedef {{ id: string, what: string, preset: string }} Near
 */

/** @type {Map<string, string>} */
const shown = new Map(); // ids of routines, by the entry that made each

/**
 * Show the card of the routine that a win has made, once.
 * @param {NewEntry<"log_win">} entry
 */
export function showRoutine(entry) {
  const { what, kind } = entry.fields;
  if (document.getElementById("ask")?.hidden === false) return; // nothing is to influence the answer (R10)
  const near = isToday(entry) && nearOnes().find((one) => isMadeBy(entry, one));
  if (!near || [...shown.values()].includes(near.id) || byId(`routine-${near.id}`)) return;
  shown.set(entry.id, near.id);
  const card = element(drawn("routine", { id: near.id, what, kind }));
  if (near.preset) card.querySelector("[name=what]")?.closest("form")?.remove();
  byId("momentum").before(card);
  htmx.process(card);
}

/**
 * Remove the card that a win made which was taken back.
 * @param {string} id  of the win
 */
export function withdrawRoutine(id) {
  document.getElementById(`routine-${shown.get(id)}`)?.remove();
  shown.delete(id);
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
