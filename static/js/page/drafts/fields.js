// What was typed into a form, and how it comes back. Passwords, files and hidden fields are never read.

import { controls } from "../shared/dom.js";

/**
 * @import { Control } from "../shared/dom.js"
 */

const TEXTS = "text search number date time datetime-local month email url tel textarea".split(" ");
const BOXES = ["checkbox", "radio"];
const UNREAD = ["password", "file"];

/**
 * Return whether words can be typed into a form that is sent to the server.
 * @param {HTMLFormElement} form
 */
export function isTyped(form) {
  return form.method === "post" && controls(form).some(({ type }) => TEXTS.includes(type));
}

/**
 * Return whether there is anything to fill in before a form is sent to the server; a password is not kept, and needs a
 * connection all the same.
 * @param {HTMLFormElement} form
 */
export function isFilledIn(form) {
  return form.method === "post" && controls(form).some(({ type }) => [...TEXTS, ...UNREAD].includes(type));
}

/**
 * Return what was changed in a form, by control; on a page that gives typed words back, all that it says.
 * @param {HTMLFormElement} form
 * @param {boolean} isGivenBack
 * @returns {[string, string][]}
 */
export function typedIn(form, isGivenBack) {
  const changed = named(form).filter(([, one]) => stateOf(one) !== (isGivenBack ? "" : defaultOf(one)));
  return changed.map(([name, one]) => [name, stateOf(one)]);
}

/**
 * Put typed values back where nothing was typed since; returns how many were.
 * @param {HTMLFormElement} form
 * @param {[string, string][]} values
 */
export function putBack(form, values) {
  const typed = new Map(values);
  const back = named(form).filter(([name, one]) => isBack(one, typed.get(name)));
  for (const [name, one] of back) setState(one, /** @type {string} */ (typed.get(name)));
  return back.length;
}

/**
 * Open what hides a field that says something else than the page was drawn with: browsers bring words back, too.
 * @param {HTMLFormElement} form
 */
export function unfoldTyped(form) {
  for (const [, one] of named(form)) if (stateOf(one) !== defaultOf(one)) unfold(one);
}

/**
 * Return the first field of a form that words are typed into; it may stand elsewhere and name the form.
 * @param {HTMLFormElement} form
 */
export function firstTyped(form) {
  return controls(form).find(({ type }) => TEXTS.includes(type));
}

/**
 * @param {Control} one
 * @param {string | undefined} state
 */
function isBack(one, state) {
  return state !== undefined && stateOf(one) === defaultOf(one) && state !== stateOf(one);
}

/**
 * Each control under a name of its own: a box goes by its value, another by its place among those with its name.
 * @param {HTMLFormElement} form
 * @returns {[string, Control][]}
 */
function named(form) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  return controls(form)
    .filter(({ name, type }) => name && (TEXTS.includes(type) || BOXES.includes(type) || type === "select-one"))
    .map((one) => {
      const place = seen.get(one.name) ?? 0;
      seen.set(one.name, place + 1);
      return [BOXES.includes(one.type) ? `${one.name}=${one.value}` : `${one.name}.${place}`, one];
    });
}

/** @param {Control} one */
function stateOf(one) {
  return "checked" in one && BOXES.includes(one.type) ? (one.checked ? "on" : "") : one.value;
}

/** @param {Control} one */
function defaultOf(one) {
  if (one instanceof HTMLSelectElement) {
    const options = [...one.options];
    return (options.find(({ defaultSelected }) => defaultSelected) ?? options[0])?.value ?? "";
  }
  if ("checked" in one && BOXES.includes(one.type)) return one.defaultChecked ? "on" : "";
  return one.defaultValue;
}

/**
 * @param {Control} one
 * @param {string} state
 */
function setState(one, state) {
  if ("checked" in one && BOXES.includes(one.type)) one.checked = state === "on";
  else one.value = state;
  unfold(one);
}

/** @param {Control} one */
function unfold(one) {
  const fold = one.closest("details");
  if (fold) fold.open = true; // nothing that came back is hidden
}
