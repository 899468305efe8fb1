// The rows of "On this phone": one entry that waits, or the form in which a refused one is corrected.

import { retried } from "../../outbox/plan.js";
import { all, byId, controls, first } from "../shared/dom.js";
import { drawn, element } from "../shared/draw.js";
import { fieldText, numberOf } from "../shared/numbers.js";
import { locale, say } from "../shared/words.js";
import { momentIn } from "../shared/zones.js";

/**
 * @import { Entry } from "../../outbox/types.js"
 */

const NOTHING_TO_CORRECT = new Set(["undo", "defer_check_in", "meet_goal", "reopen_decision"]);

/**
 * Return the row of an entry, with the words and buttons that apply to it.
 * @param {Entry} entry
 */
export function rowOfUnsent(entry) {
  const row = element(drawn("held", valuesOf(entry)));
  for (const part of all(row, "[data-for]")) if (!part.dataset.for?.split(" ").includes(entry.state)) part.remove();
  for (const part of all(row, "[data-verb]")) if (part.dataset.verb !== entry.verb) part.remove();
  if (!canCorrect(entry)) row.querySelector("[data-do=correct]")?.remove();
  if (!row.querySelector("button")) first(row, ".actions").remove();
  return row;
}

/**
 * Return the row with the form in which an entry is corrected: a control for each field that it has.
 * @param {Entry} entry
 */
export function formOf(entry) {
  const row = element(drawn("correction", valuesOf(entry)));
  const fields = fieldsOf(entry);
  /** @type {HTMLFormElement} */
  const form = first(row, "form");
  for (const one of controls(form).filter(({ name }) => name)) {
    const value = fields[one.name];
    if (!isGiven(value)) one.closest(".field")?.remove();
    else if (!("options" in one) || isOffered(one, String(value))) one.value = fieldText(value);
  }
  return row;
}

/**
 * Remove the form, and return the entry that it corrects. It keeps its id: should the server have it after all, it is
 * stored once.
 * @param {HTMLFormElement} form
 * @param {Entry} entry
 * @returns {Entry}
 */
export function corrected(form, entry) {
  /** @type {Record<string, unknown>} */
  const given = Object.fromEntries(new FormData(form));
  for (const field of numbersIn(form)) given[field.name] = numberOf(field);
  form.closest("li")?.remove();
  const fields = { ...entry.fields, ...given };
  return /** @type {Entry} */ ({ ...retried(entry), fields, reason: undefined });
}

/** @param {Entry} entry */
function valuesOf(entry) {
  const { id, state, reason = "", at, offset } = entry;
  const what = namingIn(fieldsOf(entry));
  return { id, state, reason, what, when: momentIn(locale, at, offset) };
}

/**
 * Return the words that name an entry: those of the first field that it has, or else a number.
 * @param {Record<string, unknown>} fields
 */
function namingIn(fields) {
  const given = (/** @type {string[]} */ names) => names.map((name) => fields[name]).find(isGiven);
  const words = given(namesIn("textarea"));
  if (isGiven(words)) return words;
  return isGiven(fields.rating)
    ? say("of_10", Number(fields.rating))
    : fieldText(given(namesIn("[data-number]").reverse()));
}

/**
 * Return the names of those fields that can be corrected in controls which match, in the order of the form.
 * @param {string} selector
 */
function namesIn(selector) {
  const { content } = /** @type {HTMLTemplateElement} */ (byId("draw-correction"));
  return /** @type {HTMLInputElement[]} */ ([...all(content, selector)]).map(({ name }) => name);
}

/** @param {Entry} entry */
function canCorrect({ verb, fields }) {
  return "criterion" in fields ? isGiven(fields.value) : !NOTHING_TO_CORRECT.has(verb);
}

/** @param {HTMLFormElement} form */
function numbersIn(form) {
  return /** @type {NodeListOf<HTMLInputElement>} */ (all(form, "[data-number]"));
}

/**
 * Return the fields of an entry by their names, whatever its verb.
 * @param {Entry} entry
 */
function fieldsOf({ fields }) {
  return /** @type {Record<string, unknown>} */ (fields);
}

/** @param {unknown} value */
function isGiven(value) {
  return value !== undefined && value !== null;
}

/**
 * @param {HTMLSelectElement} select
 * @param {string} value
 */
function isOffered(select, value) {
  return [...select.options].some((option) => option.value === value);
}
