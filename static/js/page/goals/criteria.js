// The rows of criteria in the form of a plan. The stylesheet shows the rows with words and the next empty one.

import { all, closest, first } from "../shared/dom.js";

/**
 * Let Enter lead to the next row, a paste of several lines fill several rows, and a row be removed.
 * @param {HTMLFormElement} form
 */
export function wireCriteria(form) {
  const rows = () => /** @type {HTMLInputElement[]} */ ([...all(form, "[name=criteria]")]);
  form.addEventListener("keydown", (event) => lead(event, form, rows()));
  form.addEventListener("paste", (event) => paste(event, rows()));
  form.addEventListener("click", (event) => {
    const button = closest(event, ".criterion__remove");
    if (button) remove(first(/** @type {HTMLElement} */ (button.parentElement), "input"), rows());
  });
}

/**
 * Enter never sends the form from here: it leads on, as the phone's key "next" promises.
 * @param {KeyboardEvent} event
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement[]} rows
 */
function lead(event, form, rows) {
  const { target, key, isComposing } = event;
  if (key !== "Enter" || isComposing || event.ctrlKey || event.metaKey) return;
  const place = rows.indexOf(/** @type {HTMLInputElement} */ (target));
  if (place < 0 && target !== form.elements.namedItem("statement")) return;
  event.preventDefault();
  const next = rows.find((row, n) => n > place && isShown(row));
  next?.focus();
}

/** @param {HTMLElement} row */
function isShown(row) {
  return row.getClientRects().length > 0;
}

/**
 * @param {ClipboardEvent} event
 * @param {HTMLInputElement[]} rows
 */
function paste(event, rows) {
  const place = rows.indexOf(/** @type {HTMLInputElement} */ (event.target));
  const lines = linesOf(event.clipboardData?.getData("text") ?? "");
  const empty = rows.filter((row, n) => n >= place && !row.value);
  if (place < 0 || lines.length < 2 || rows[place].value || empty.length < lines.length) return;
  event.preventDefault();
  lines.forEach((line, n) => {
    empty[n].value = line;
  });
  changed(empty[lines.length - 1]);
  empty[lines.length - 1].focus();
}

/**
 * Return the lines of a text that have words, without the signs of a list before them.
 * @param {string} text
 */
export function linesOf(text) {
  const lines = text.split(/\r\n|[\r\n]/).map((line) => line.replace(/^\s*(?:[-*•]|\d+[.)])\s+/, "").trim());
  return lines.filter(Boolean);
}

/**
 * Remove a row: those below it move up, so that no gap is left.
 * @param {HTMLInputElement} row
 * @param {HTMLInputElement[]} rows
 */
function remove(row, rows) {
  const place = rows.indexOf(row);
  rows.forEach((one, n) => {
    if (n >= place) one.value = rows[n + 1]?.value ?? "";
  });
  changed(row);
  row.focus();
}

/** @param {HTMLInputElement} row */
function changed(row) {
  row.dispatchEvent(new Event("input", { bubbles: true }));
}
