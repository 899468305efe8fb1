// Number fields: read as the page writes numbers, and what cannot be read is asked for before it is sent.

import { formatted, typed } from "../../numbers/format.js";
import { readNumber } from "../../numbers/read.js";
import { fill, words } from "./words.js";

const style = words.number_format;

/** Let no form with a number that cannot be read be sent; its field says why. */
export function wireNumbers() {
  document.addEventListener("submit", stopUnread, { capture: true });
  document.addEventListener("input", ({ target }) => target.validity?.customError && isRead(target));
}

/** The number in a field, null for none; its text where it cannot be read, for the server to refuse. */
export function numberOf(control, text = control.value) {
  const { value, says } = read(control, text);
  return says ? text : value;
}

/** What a field holds for a value: "1234.5"; what is no number as it is. */
export function fieldText(value) {
  return typeof value === "number" ? typed(value, style) : (value ?? "");
}

/** "1,234.5" */
export function shownNumber(value) {
  return formatted(value, style);
}

function stopUnread(event) {
  const fields = [...event.target.elements].filter((control) => control.dataset.number && control.form);
  if (fields.filter((control) => !isRead(control)).length === 0) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  event.target.reportValidity();
}

function isRead(control) {
  if (!control.dataset.number) return true;
  const found = read(control, control.value);
  control.setCustomValidity(found.says ? fill(`number_${found.says}`, found) : "");
  return !found.says;
}

// Before and after are counted in what the indicator counts that is chosen beside them.
function read(control, text) {
  const chosen = control.form?.elements.indicator?.selectedOptions?.[0] ?? control;
  return readNumber(text, style, chosen.dataset.number !== "plain");
}
