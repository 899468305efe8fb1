// Choosing what a goal serves: one row that opens a sheet, in which all objectives can be searched.

import { comparing } from "../shared/comparing.js";
import { all, first } from "../shared/dom.js";
import { showChosen } from "./chosen.js";

/**
 * Let the row open the sheet, and say what is chosen.
 * @param {HTMLFormElement} form
 */
export function wirePicker(form) {
  const picker = /** @type {HTMLDetailsElement | null} */ (form.querySelector(".picker"));
  if (!picker) return;
  const sheet = /** @type {HTMLDialogElement} */ (/** @type {unknown} */ (first(picker, "dialog")));
  const search = /** @type {HTMLInputElement} */ (first(sheet, "[type=search]"));
  sheet.close();
  const show = () => showChosen(picker, sheet);
  for (const hidden of [search, first(sheet, ".sheet__foot")]) hidden.hidden = false;
  let isTapped = false; // else words came back, which opens what hides them
  first(picker, "summary").addEventListener("click", () => {
    isTapped = true;
  });
  picker.addEventListener("toggle", () => {
    if (!picker.open || sheet.open) return;
    if (isTapped) sheet.showModal();
    else picker.open = false;
    isTapped = false;
    show();
  });
  sheet.addEventListener("close", () => shut(picker, search));
  sheet.addEventListener("click", ({ target }) => isOutside(target, sheet) && sheet.close());
  sheet.addEventListener("keydown", (event) => leave(event, sheet, search));
  search.addEventListener("input", (event) => {
    event.stopPropagation(); // it is no word of the plan
    find(sheet, search.value);
  });
  sheet.addEventListener("change", ({ target }) => choose(/** @type {HTMLInputElement} */ (target), sheet));
  closeAtOnce(sheet);
  picker.addEventListener("input", show);
  form.addEventListener("reset", () => setTimeout(show));
  show();
}

/**
 * @param {HTMLDetailsElement} picker
 * @param {HTMLInputElement} search
 */
function shut(picker, search) {
  if (!picker.open) return; // closed as the page came: the focus stays where it is
  picker.open = false;
  search.value = "";
  find(picker, "");
  first(picker, "summary").focus();
}

/**
 * A tap beside the sheet, or on its button.
 * @param {EventTarget | null} target
 * @param {HTMLDialogElement} sheet
 */
function isOutside(target, sheet) {
  return target === sheet || (target instanceof Element && Boolean(target.closest(".sheet__foot button")));
}

/**
 * Enter ends the choice and never sends the plan; the only objective that a search has found is chosen by it.
 * @param {KeyboardEvent} event
 * @param {HTMLDialogElement} sheet
 * @param {HTMLInputElement} search
 */
function leave(event, sheet, search) {
  const { key, target, isComposing } = event;
  if (key !== "Enter" || isComposing || target instanceof HTMLButtonElement) return;
  event.preventDefault();
  const found = [...all(sheet, ".picker__one:not([hidden]) input")];
  if (target === search && search.value && found.length === 1) found[0].click();
  else if (target !== search) sheet.close();
}

/**
 * Show the objectives with all of the words; the new one and "none yet" are always there.
 * @param {ParentNode} sheet
 * @param {string} typed
 */
async function find(sheet, typed) {
  const { finds, foldedWords } = await comparing();
  const words = foldedWords(typed);
  let count = 0;
  for (const one of all(sheet, ".picker__one")) {
    one.hidden = !finds(one.textContent ?? "", words);
    if (!one.hidden) count += 1;
  }
  for (const head of all(sheet, ".section")) head.hidden = words.length > 0;
  first(sheet, ".picker__nothing").hidden = count > 0 || !words.length;
}

/**
 * "None yet" and an objective exclude each other.
 * @param {HTMLInputElement} changed
 * @param {HTMLDialogElement} sheet
 */
function choose(changed, sheet) {
  const boxes = /** @type {HTMLInputElement[]} */ ([...all(sheet, "[type=checkbox]")]);
  const isNone = changed.name === "no_objective";
  if (!(changed.checked || (changed.name === "new_objective" && changed.value))) return;
  for (const box of boxes) if ((box.name === "no_objective") !== isNone) box.checked = false;
  if (isNone) /** @type {HTMLInputElement} */ (first(sheet, "[name=new_objective]")).value = "";
}

/**
 * For most goals one objective is enough: a tap on the first closes the sheet. With keys one may look on.
 * @param {HTMLDialogElement} sheet
 */
function closeAtOnce(sheet) {
  let isTap = false;
  sheet.addEventListener("pointerdown", () => {
    isTap = true;
  });
  sheet.addEventListener("keydown", () => {
    isTap = false;
  });
  sheet.addEventListener("change", ({ target }) => {
    const { type, checked } = /** @type {HTMLInputElement} */ (target);
    const isOnly = all(sheet, "[type=checkbox]:checked").length === 1;
    if (isTap && type === "checkbox" && checked && isOnly) sheet.close();
  });
}
