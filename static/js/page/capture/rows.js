// Rows of wins open in their place. One listener for all of them: with attributes of its own in each
// row, htmx took longer over a page of thirty than over all else.

import htmx from "htmx.org";

const LINK = ".win__open";

/** Let a tap on a row ask for its details, which come in the row's place. */
export function wireRows() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(LINK);
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    htmx.ajax("GET", link.pathname, { source: link, target: link.closest("li"), swap: "outerHTML" });
  });
}

/** Whether a request comes from a row that is to open. */
export function opens(source) {
  return source.matches(LINK);
}
