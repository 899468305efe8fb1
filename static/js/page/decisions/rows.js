// Decisions on the page: the values behind their rows, and what one tap does to them.

import { drawn } from "../shared/draw.js";
import { say } from "../shared/words.js";

/** The row of the decision with this id, or of the one whose newest step has it. */
export function rowOfDecision(id) {
  return document.getElementById(`decision-${id}`) ?? document.querySelector(`[data-step="${id}"]`);
}

/** Whether `target` is a step of the decision in this row, and not the decision itself. */
export function isStepOf(row, target) {
  return row.dataset.step === target;
}

/** The HTML of a row. */
export function drawOf(values) {
  return drawn("decision", values);
}

/** The values of a row for a decision that was just opened. */
export function openingOf({ id, fields: { what, importance } }) {
  return { id, what, importance, stands: "open", outcome: "", step: "", age: say("opened_today") };
}

/** The row after an entry that decides or opens again. */
export function stepped({ id, verb, fields: { target, outcome } }) {
  const before = valuesIn(rowOfDecision(target));
  const stands = verb === "decide" ? "decided" : "open";
  return drawOf({ ...before, ...standing(stands), step: id, outcome: outcome ?? before.outcome });
}

/** The row after its newest step was taken back, or "" where it was the decision itself, or a win. */
export function unstepped({ fields: { target } }) {
  const row = document.querySelector(`[data-step="${target}"]`);
  if (!row) return "";
  const before = valuesIn(row);
  return drawOf({ ...before, ...standing(before.stands === "open" ? "decided" : "open") });
}

/** Put the focus on what can be done next with the decision in this row. */
export function focusDecision(row) {
  const next = row.dataset.stands === "open" ? "decide" : "reopen";
  row.querySelector(`.decision__${next} button`).focus();
}

function standing(stands) {
  return { stands, age: say(stands === "open" ? "now_open" : "now_decided") };
}

function valuesIn(row) {
  const text = (part) => row.querySelector(`.decision__${part}`).textContent;
  const { stands, importance, step } = row.dataset;
  const id = row.id.slice("decision-".length);
  return { id, stands, importance, step, what: text("what"), outcome: text("outcome"), age: text("age") };
}
