// Details of a win, opened in its place: leaving them without a change.

import htmx from "htmx.org";
import { drawn, element, winIn } from "./draw.js";

/** Let Cancel put the row back as it was. */
export function wireCancel() {
  document.addEventListener("click", (event) => {
    const row = event.target.closest?.("[data-cancel]")?.closest("li.win");
    if (!row) return;
    event.preventDefault();
    const fresh = element(drawn("win", winIn(row)));
    row.replaceWith(fresh);
    htmx.process(fresh);
    fresh.querySelector("a").focus();
  });
}
