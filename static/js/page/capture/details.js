// The details of a win or check-in, opened in place of its row: leaving them, with a change or without, leads back to the row.

import { closest, first } from "../shared/dom.js";
import { replaceRow } from "../shared/lists.js";
import { settle } from "./changes.js";
import { checkText } from "./form.js";
import { openingOf } from "./rows.js";

/** Let Cancel and Escape put the row back, keep the focus on the row, and check texts as they are typed. */
export function wireDetails() {
  document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
    afterSave(ctx.request.form);
    if (!ctx.request.form?.dataset.verb) selectWords(); // what is recorded opens no details
  });
  document.addEventListener("input", (event) => {
    const text = /** @type {HTMLTextAreaElement} */ (event.target);
    if ("longest" in text.dataset) checkText(text);
    if (text.name === "next_step") carryOn(text);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    const form = closest(event, ".win--edit, .checkin--edit");
    if (form) first(form, "[data-cancel]").click();
  });
  document.addEventListener("click", (event) => {
    const row = closest({ target: closest(event, "[data-cancel]") }, "li.win, li.checkin");
    if (!row) return;
    event.preventDefault();
    first(replaceRow(row, openingOf(row).closed(row)), "a").focus();
  });
}

/** Words that the app filled in are replaced by those that are typed. */
function selectWords() {
  /** @type {HTMLInputElement | null} */
  const words = document.querySelector(".win--edit [name=what][autofocus]");
  if (words !== document.activeElement) words?.focus();
  words?.select();
  words?.removeAttribute("autofocus"); // once
}

/**
 * The goal that the next step becomes begins with the words as they are typed, saved or not.
 * @param {HTMLTextAreaElement} nextStep
 */
function carryOn({ form, value }) {
  /** @type {HTMLAnchorElement | null | undefined} */
  const link = form?.querySelector("[data-carries]");
  if (link) link.search = String(new URLSearchParams({ win: form?.dataset.target ?? "", statement: value }));
}

/**
 * A form that stays, beside its row, goes on from what was just saved.
 * @param {HTMLFormElement | undefined} form
 */
function afterSave(form) {
  const { verb, target } = form?.dataset ?? {};
  if (verb !== "edit_win" && verb !== "edit_check_in") return;
  if (form?.isConnected) settle(form);
  else document.querySelector(/** @type {"a"} */ (`#win-${target} a, li#checkin-${target} a`))?.focus();
}
