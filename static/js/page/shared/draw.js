// Drawing the server's own fragments on the phone, from <template>s that the page brings along.

/** @type {Record<string, string>} */
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/**
 * Return the HTML of template `draw-<name>` with its {placeholders} filled; values are text, never markup.
 * {brace} is always "{": in names of areas and goals that are in the template (webapp/web/shared/fragments.py).
 * @param {string} name
 * @param {object} values
 */
export function drawn(name, values) {
  const texts = /** @type {Record<string, unknown>} */ ({ ...values, brace: "{" });
  // In one pass, so that a value that looks like a placeholder is not filled in turn.
  return templateOf(name).innerHTML.replace(/\{(\w+)\}/g, (placeholder, key) =>
    Object.hasOwn(texts, key) ? escaped(texts[key]) : placeholder,
  );
}

/**
 * Return whether this page can draw it.
 * @param {string} name
 */
export function canDraw(name) {
  return templateOf(name) !== null;
}

/**
 * Return the element that a fragment describes.
 * @param {string} html
 */
export function element(html) {
  const holder = document.createElement("template");
  holder.innerHTML = html.trim();
  return /** @type {HTMLElement} */ (holder.content.firstElementChild);
}

/** @param {string} name */
function templateOf(name) {
  return /** @type {HTMLTemplateElement} */ (document.getElementById(`draw-${name}`));
}

/** @param {unknown} value */
function escaped(value) {
  return String(value).replace(/[&<>"']/g, (character) => ESCAPES[character]);
}
