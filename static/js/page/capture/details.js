// Details of a win, opened in its place: leaving them, with a change or without, leads back to its row.

import htmx from "htmx.org";
import { focusDecision } from "../decisions/rows.js";
import { drawn, element, winIn } from "../shared/draw.js";
import { checkText, settle } from "./form.js";

/** Let Cancel put the row back as it was, keep the focus on the win, check texts as they are typed. */
export function wireDetails() {
  document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => afterChange(ctx));
  document.addEventListener("input", ({ target }) => "longest" in target.dataset && checkText(target));
  document.addEventListener("input", ({ target }) => target.name === "next_step" && carryOn(target));
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

// The goal that the next step becomes begins with the words as they are typed, saved or not.
function carryOn({ form, value }) {
  const link = form.querySelector("[data-carries]");
  if (link) link.search = new URLSearchParams({ win: form.dataset.target, statement: value });
}

// A form that stays, beside its row, goes on from what it has just said.
function afterChange({ request: { form }, sourceElement }) {
  if (sourceElement.dataset.stands) focusDecision(sourceElement); // the row itself: the form that asked is gone
  if (form?.dataset.verb !== "edit_win") return;
  if (form.isConnected) settle(form);
  else document.querySelector(`#win-${form.dataset.target} a`)?.focus();
}
