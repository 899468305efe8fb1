// Rows of decisions: the values behind them, and what one tap does to them.

import { first } from "../shared/dom.js";
import { drawn } from "../shared/draw.js";
import { say } from "../shared/words.js";

/**
 * @import { NewEntry } from "../../outbox/types.js"
 *
 * What the template `draw-decision` has placeholders for. `stands`: "open" or "decided"; `step`: id of the newest step.
 * @typedef {Record<"id" | "what" | "importance" | "stands" | "outcome" | "step" | "age", string>} Decision
 */

/**
 * Return the row of the decision with this id, or of the one whose newest step has it.
 * @param {string} id
 * @returns {HTMLElement | null}
 */
export function rowOfDecision(id) {
  return document.getElementById(`decision-${id}`) ?? rowOfStep(id);
}

/**
 * Return the row of the decision whose newest step has this id.
 * @param {string} id
 * @returns {HTMLElement | null}
 */
export function rowOfStep(id) {
  return document.querySelector(`[data-step="${id}"]`);
}

/**
 * Return the row of a decision that was just opened.
 * @param {NewEntry<"open_decision">} entry
 */
export function opened({ id, fields: { what, importance } }) {
  return draw({ id, what, importance, stands: "open", outcome: "", step: "", age: say("opened_today") });
}

/**
 * Return the row after an entry that decides or opens again. Fails where the row is not on the page: then the server
 * answers.
 * @param {NewEntry<"decide" | "reopen_decision">} entry
 */
export function stepped({ id, verb, fields }) {
  const before = valuesIn(/** @type {HTMLElement} */ (rowOfDecision(fields.target)));
  const outcome = "outcome" in fields ? fields.outcome : before.outcome;
  return draw({ ...before, ...standing(verb === "decide" ? "decided" : "open"), step: id, outcome });
}

/**
 * Return the row after its newest step was taken back, or "" if the entry takes back something else.
 * @param {NewEntry<"undo">} entry
 */
export function unstepped({ fields: { target } }) {
  const row = rowOfStep(target);
  if (!row) return "";
  const before = valuesIn(row);
  return draw({ ...before, ...standing(before.stands === "open" ? "decided" : "open") });
}

/**
 * Return the HTML of a row as it is.
 * @param {HTMLElement} row
 */
export function redrawnDecision(row) {
  return draw(valuesIn(row));
}

/** Put the focus on what can be done next with a decision when its row has come. */
export function wireDecisions() {
  document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
    // The row itself is the source: the form that asked is gone.
    const row = /** @type {HTMLElement} */ (ctx.sourceElement);
    if (row.dataset.stands) focusNext(row);
  });
}

/** @param {HTMLElement} row */
function focusNext(row) {
  const next = row.dataset.stands === "open" ? "decide" : "reopen";
  first(row, `.decision__${next} button`).focus();
}

/** @param {Decision} values */
function draw(values) {
  return drawn("decision", values);
}

/** @param {"open" | "decided"} stands */
function standing(stands) {
  return { stands, age: say(stands === "open" ? "now_open" : "now_decided") };
}

/**
 * @param {HTMLElement} row
 * @returns {Decision}
 */
function valuesIn(row) {
  const text = (/** @type {string} */ part) => first(row, `.decision__${part}`).textContent;
  const { stands = "", importance = "", step = "" } = row.dataset;
  const id = row.id.slice("decision-".length);
  return { id, stands, importance, step, what: text("what"), outcome: text("outcome"), age: text("age") };
}
