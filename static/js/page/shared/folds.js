// What a shut fold hides may come as text, in a <noscript>: setting up and laying out hidden fields and tables is a
// good part of a page's start. It is unpacked when it is needed.

const PACKED = "details > noscript";

/** Unpack what a fold hides when it opens. */
export function wireFolds() {
  document.addEventListener("toggle", ({ target }) => target instanceof Element && unpack(target), true); // no bubbling
  for (const fold of document.querySelectorAll("details[open]")) unpack(fold);
}

/**
 * Put what is packed in an element on the page.
 * @param {Element} parent
 */
export function unpack(parent) {
  for (const packed of parent.querySelectorAll(PACKED)) packed.outerHTML = packed.textContent ?? "";
}

/**
 * Make text again of what is packed in a page that was read without scripting: there it is elements.
 * @param {Document} page
 */
export function repack(page) {
  for (const packed of page.querySelectorAll(PACKED)) packed.textContent = packed.innerHTML;
}
