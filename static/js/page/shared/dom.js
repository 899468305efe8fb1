// Finding elements. The types say what the templates promise: a page without such an element is a fault of ours.

/**
 * Return the element with an id that this page has.
 * @param {string} id
 */
export function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/**
 * Return the first element in `parent` that matches, which is there.
 * @template {HTMLElement} [E=HTMLElement]
 * @param {ParentNode} parent
 * @param {string} selector
 */
export function first(parent, selector) {
  return /** @type {E} */ (parent.querySelector(selector));
}

/**
 * Return all elements in `parent` that match.
 * @param {ParentNode} parent
 * @param {string} selector
 */
export function all(parent, selector) {
  return /** @type {NodeListOf<HTMLElement>} */ (parent.querySelectorAll(selector));
}

/**
 * Return the element that an event comes from, or the closest one around it, that matches; or null.
 * @param {{ target: EventTarget | null }} event
 * @param {string} selector
 */
export function closest({ target }, selector) {
  return target instanceof Element ? /** @type {HTMLElement | null} */ (target.closest(selector)) : null;
}

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control */

/**
 * Return the control of a form with a name that it has.
 * @template {Control} [C=HTMLInputElement]
 * @param {HTMLFormElement} form
 * @param {string} name
 */
export function control(form, name) {
  return /** @type {C} */ (form.elements.namedItem(name));
}

/**
 * Return the controls of a form.
 * @param {HTMLFormElement} form
 */
export function controls(form) {
  return /** @type {Control[]} */ ([...form.elements]);
}

/**
 * Return the text that a form sends under a name, or null.
 * @param {FormData} data
 * @param {string} name
 */
export function textIn(data, name) {
  return /** @type {string | null} */ (data.get(name));
}

/**
 * Return the id of what a form is about.
 * @param {HTMLElement} form
 */
export function targetOf({ dataset }) {
  return dataset.target ?? "";
}

/**
 * Mark days and times of a form that are empty, now and whenever one changes or comes: WebKit shows the present one in
 * them as if it were filled in, and styles hide it (parts/blanks.css).
 * @param {HTMLFormElement} form
 */
export function markBlanks(form) {
  const mark = () => {
    for (const field of form.querySelectorAll("input[type=date], input[type=time]"))
      field.toggleAttribute("data-blank", !(/** @type {HTMLInputElement} */ (field).value));
  };
  form.addEventListener("input", mark);
  form.addEventListener("reset", () => setTimeout(mark)); // it is reset after this event
  // Fields that are unfolded, and the note with which a draft comes back.
  new MutationObserver(mark).observe(form, { childList: true, subtree: true });
  mark();
}
