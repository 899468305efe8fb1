// What stands under the fields of a plan while it is typed: what is missing, what would be better. The server says it, by
// the rules that decide whether the goal can be set; without a connection the last answer stays.

import { all } from "../shared/dom.js";

/** @typedef {Record<string, { state: string, text: string } | undefined>} Answer */

const PAUSE = 400; // ms without a key
const NAMES = [
  ...["statement", "criteria", "target", "unit", "due", "due_choice", "cadence", "weekdays", "month_day"],
  ...["objectives", "new_objective", "no_objective", "numbers_in"],
];
/** @type {AbortController | undefined} */
let asking;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;

/**
 * Check a plan as it is typed, and once if its words came back.
 * @param {HTMLFormElement} form
 */
export function wireChecks(form) {
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => check(form).catch(() => {}), PAUSE);
  };
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  form.addEventListener("reset", soon);
  form.addEventListener("submit", () => clearTimeout(waiting));
  new MutationObserver(soon).observe(form, { childList: true }); // a note that words came back (page/drafts)
  showDay(form);
}

/** @param {HTMLFormElement} form */
async function check(form) {
  asking?.abort();
  asking = new AbortController();
  const response = await fetch(`${form.dataset.checks}?${query(form)}`, { signal: asking.signal });
  if (response.headers.get("Content-Type")?.startsWith("application/json")) show(form, await response.json());
}

/**
 * Return the part of a plan that is checked, as a query.
 * @param {HTMLFormElement} form
 */
export function query(form) {
  const said = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (NAMES.includes(name) && typeof value === "string" && value) said.append(name, value);
  }
  return said;
}

/**
 * Show an answer under the fields; a field that has words of its own says these when there is nothing else.
 * @param {ParentNode} form
 * @param {Answer} answer
 */
export function show(form, answer) {
  for (const place of all(form, "[data-says]")) {
    const { says = "", hint = "" } = place.dataset;
    const said = answer[says] ?? (says === "objectives" ? answer.new_objective : undefined);
    const { state, text } = said ?? { state: "", text: hint };
    place.dataset.state = state;
    if (place.textContent !== text) place.textContent = text; // a screen reader reads what changes
    if (state !== "problem") document.getElementById(says)?.removeAttribute("aria-invalid");
  }
}

/**
 * Another day than those at one tap: its calendar opens at once.
 * @param {HTMLFormElement} form
 */
function showDay(form) {
  const field = /** @type {HTMLInputElement | null} */ (form.elements.namedItem("due"));
  form.addEventListener("click", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.name !== "due_choice" || target.value !== "another") return;
    try {
      field?.showPicker?.();
    } catch {
      field?.focus(); // a browser that wants the tap on the field itself
    }
  });
}
