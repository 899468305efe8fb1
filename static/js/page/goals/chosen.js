// What is chosen in the sheet of objectives, on the row that opens it.

import { all, first } from "../shared/dom.js";

/**
 * Show on the row what is chosen in its sheet.
 * @param {HTMLDetailsElement} picker
 * @param {HTMLDialogElement} sheet
 */
export function showChosen(picker, sheet) {
  const { none = "", unnamed = "" } = picker.dataset;
  const added = /** @type {HTMLInputElement} */ (first(sheet, "[name=new_objective]")).value.trim();
  const names = [...all(sheet, "[name=objectives]:checked")].map(nameOf);
  const chosen = [...names, ...(added ? [added] : [])];
  const isNone = sheet.querySelector("[name=no_objective]:checked");
  const shown = first(picker, "#serves-chosen");
  shown.textContent = chosen.length ? listed(chosen) : isNone ? unnamed : none;
  shown.classList.toggle("muted", !chosen.length && !isNone);
}

/** @param {HTMLElement} box */
function nameOf(box) {
  const row = /** @type {HTMLElement} */ (box.closest(".picker__one"));
  return (first(row, "bdi").textContent ?? "").trim();
}

/** @param {string[]} names */
function listed(names) {
  return new Intl.ListFormat(document.documentElement.lang, { type: "unit" }).format(names);
}
