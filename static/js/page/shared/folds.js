// What lies behind a shut fold may come as text, in a <noscript>: setting up and laying out hidden
// fields and tables is a good part of a page's start. It is unpacked once it is wanted.

const PACKED = "details > noscript";

/** Unpack what a fold holds when it opens. */
export function wireFolds() {
  document.addEventListener("toggle", ({ target }) => unpack(target), true); // it does not bubble
  for (const fold of document.querySelectorAll("details[open]")) unpack(fold);
}

/** Let what is packed in `part` be on the page. */
export function unpack(part) {
  for (const packed of part.querySelectorAll(PACKED)) packed.outerHTML = packed.textContent;
}
