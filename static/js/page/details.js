// Details of a win, opened in its place: leaving them, with a change or without, leads back to its row.

import htmx from "htmx.org";
import { focusDecision } from "./decisions.js";
import { drawn, element, winIn } from "./draw.js";

/** Let Cancel put the row back as it was, and keep the focus on the win after both. */
export function wireDetails() {
  document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
    const { verb, target, stands } = ctx.sourceElement.dataset;
    if (verb === "edit_win") document.querySelector(`#win-${target} a`)?.focus();
    if (stands) focusDecision(ctx.sourceElement); // the row itself: the form that asked is gone
  });
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
