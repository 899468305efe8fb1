// Number fields: read as the page writes numbers. A field that cannot be read says so before its form is sent.

import { formatted, typed } from "../../numbers/format.js";
import { readNumber } from "../../numbers/read.js";
import { fill, numberFormat } from "./words.js";

/** Let no form be sent with a number that cannot be read; its field says why. */
export function wireNumbers() {
  document.addEventListener("submit", stopUnread, { capture: true });
  document.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLInputElement && target.validity.customError) isRead(target);
  });
}

/**
 * Return the number in a field, null for none; its text if that cannot be read, for the server to refuse.
 * @param {HTMLInputElement} field
 * @param {string} [text]  instead of what is in the field
 */
export function numberOf(field, text = field.value) {
  const found = read(field, text);
  return "says" in found ? text : found.value;
}

/**
 * Return what a field holds for a value: "1234.5"; what is not a number stays as it is.
 * @param {unknown} value
 */
export function fieldText(value) {
  return typeof value === "number" ? typed(value, numberFormat) : String(value ?? "");
}

/**
 * Return a number for reading: "1,234.5".
 * @param {number} value
 */
export function shownNumber(value) {
  return formatted(value, numberFormat);
}

/** @param {SubmitEvent} event */
function stopUnread(event) {
  const form = /** @type {HTMLFormElement} */ (event.target);
  const fields = /** @type {HTMLInputElement[]} */ ([...form.elements]).filter(({ dataset }) => dataset.number);
  if (fields.filter((field) => !isRead(field)).length === 0) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  form.reportValidity();
}

/** @param {HTMLInputElement} field */
function isRead(field) {
  if (!field.dataset.number) return true;
  const found = read(field, field.value);
  const problem = "says" in found ? fill(`number_${found.says}`, found) : "";
  field.setCustomValidity(problem);
  return !problem;
}

/**
 * Before and after are counted in what the indicator counts that is chosen beside them.
 * @param {HTMLInputElement} field
 * @param {string} text
 */
function read(field, text) {
  const indicator = /** @type {HTMLSelectElement | null | undefined} */ (field.form?.elements.namedItem("indicator"));
  const chosen = indicator?.selectedOptions?.[0] ?? field;
  return readNumber(text, numberFormat, chosen.dataset.signs);
}
